import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ScrollText } from 'lucide-react'
import { TimeAgo } from '@/components/domain/time-ago'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { QueryView } from '@/components/ui/query-view'
import { auditLogsQuery } from '../api/audit-logs'
import { actionInWords, resourceInWords } from '../audit-words'

const SHOWN = 6

/** What happened last, by whom. */
export function RecentAudit() {
  return (
    <Card
      title="Recent activity"
      flush
      actions={
        <Button asChild variant="ghost" size="sm">
          <Link to="/admin/audit">Audit log</Link>
        </Button>
      }
    >
      <QueryView query={useQuery(auditLogsQuery({}, 1, SHOWN))} failure="The audit log could not be loaded">
        {({ logs }) =>
          logs.length === 0 ? (
            <EmptyState icon={ScrollText} title="Nothing has happened yet" />
          ) : (
            <ul>
              {logs.map((log) => (
                <li key={log.id} className="flex items-baseline gap-3 border-b px-4 py-2 last:border-0">
                  <Link
                    to="/admin/audit"
                    search={{ entry: log.id }}
                    className="min-w-0 flex-1 truncate hover:underline"
                  >
                    <span className="font-medium">{actionInWords(log.action)}</span>{' '}
                    <span className="text-muted">
                      {resourceInWords(log)} · {log.actor_name ?? 'System'}
                    </span>
                  </Link>
                  <TimeAgo at={log.created_at} className="text-sm whitespace-nowrap text-muted" />
                </li>
              ))}
            </ul>
          )
        }
      </QueryView>
    </Card>
  )
}
