import { useState } from 'react'
import type { SystemSettings } from '@/api/types'
import { ConfirmDialog } from '@/components/ui/alert-dialog'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { counted } from '@/lib/count'
import { useRunRetention } from '../api/settings'

/** Zero days delete nothing. */
function plan({ audit_log_retention_days: audit, project_retention_days: project }: SystemSettings): string {
  const parts = [
    audit > 0 && `audit entries older than ${counted(audit, 'day')}`,
    project > 0 && `projects completed more than ${counted(project, 'day')} ago, with their tasks`,
  ].filter(Boolean)
  return parts.length === 0
    ? 'Nothing is deleted with the saved settings.'
    : `Deletes ${parts.join(' and ')}. This cannot be undone.`
}

/** The clean-up that runs every day, by hand. */
export function RetentionRun({ settings }: { settings: SystemSettings }) {
  const [asking, setAsking] = useState(false)
  const run = useRunRetention()
  return (
    <Card title="Clean up now">
      <p className="text-muted">
        The saved retention is applied by itself once a day. It can also be applied at once.
      </p>
      <div role="status" className="not-empty:mt-2">
        {run.data && (
          <p>
            Deleted {counted(run.data.audit_logs_deleted, 'audit entry', 'audit entries')} and{' '}
            {counted(run.data.projects_deleted, 'project')}.
          </p>
        )}
      </div>
      <Button className="mt-3" onClick={() => setAsking(true)}>
        Run the clean-up
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title="Run the clean-up now?"
        description={plan(settings)}
        confirmLabel="Run it"
        pending={run.isPending}
        error={run.error}
        onConfirm={() => run.mutate(undefined, { onSuccess: () => setAsking(false) })}
      />
    </Card>
  )
}
