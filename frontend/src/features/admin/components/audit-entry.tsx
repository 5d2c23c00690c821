import { useQuery } from '@tanstack/react-query'
import { roleLabels } from '@/api/labels'
import type { AuditLog, Role } from '@/api/types'
import { QueryView } from '@/components/ui/query-view'
import { Sheet, SheetContent } from '@/components/ui/sheet'
import { formatDateTime } from '@/lib/time'
import { auditLogQuery } from '../api/audit-logs'
import { actionInWords, resourceInWords } from '../audit-words'

interface AuditEntryProps {
  id: number | undefined
  onClose: () => void
}

/** Everything about one entry, beside the list. */
export function AuditEntry({ id, onClose }: AuditEntryProps) {
  return (
    <Sheet open={id !== undefined} onOpenChange={(open) => !open && onClose()}>
      <SheetContent title="Audit entry" readOnly>
        <div className="p-4">{id !== undefined && <Loaded id={id} />}</div>
      </SheetContent>
    </Sheet>
  )
}

function Loaded({ id }: { id: number }) {
  return (
    <QueryView query={useQuery(auditLogQuery(id))} failure="The entry could not be loaded">
      {(log) => <Details log={log} />}
    </QueryView>
  )
}

function actorOf({ actor_name, actor_user_id, actor_role }: AuditLog): string {
  const name = actor_name ?? (actor_user_id === null ? 'System' : `User ${actor_user_id}`)
  return actor_role ? `${name} (${roleLabels[actor_role as Role] ?? actor_role})` : name
}

function Details({ log }: { log: AuditLog }) {
  const facts = [
    ['Entry', String(log.id)],
    ['Time', formatDateTime(log.created_at)],
    ['Action', actionInWords(log.action)],
    ['Actor', actorOf(log)],
    ['Resource', resourceInWords(log) || 'None'],
    ['Address', log.ip ?? 'Unknown'],
    ['Browser', log.user_agent ?? 'Unknown'],
  ] as const
  return (
    <dl className="grid gap-3">
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt className="text-sm text-muted">{label}</dt>
          <dd className="break-words">{value}</dd>
        </div>
      ))}
      {log.metadata && (
        <div>
          <dt className="text-sm text-muted">Details</dt>
          <dd>
            <div
              role="region"
              aria-label="Details of the entry"
              tabIndex={0}
              className="mt-1 overflow-x-auto rounded-control bg-sunken p-2"
            >
              <pre className="font-mono text-xs">{JSON.stringify(log.metadata, null, 2)}</pre>
            </div>
          </dd>
        </div>
      )}
    </dl>
  )
}
