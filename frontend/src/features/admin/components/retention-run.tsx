import { useState } from 'react'
import type { SystemSettings } from '@/api/types'
import { ConfirmDialog } from '@/components/ui/alert-dialog'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { useRunRetention } from '../api/settings'

function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString()} ${number === 1 ? one : many}`
}

/** Zero days delete nothing. */
function plan({ audit_log_retention_days: audit, project_retention_days: project }: SystemSettings): string {
  const parts = [
    audit > 0 && `audit entries older than ${count(audit, 'day')}`,
    project > 0 && `projects completed more than ${count(project, 'day')} ago, with their tasks`,
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
            Deleted {count(run.data.audit_logs_deleted, 'audit entry', 'audit entries')} and{' '}
            {count(run.data.projects_deleted, 'project')}.
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
