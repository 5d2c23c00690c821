import { Link } from '@tanstack/react-router'
import { ArrowDownToLine, ArrowUpFromLine } from 'lucide-react'
import type { SyncEvent } from '@/api/types'
import { TimeAgo } from '@/components/domain/time-ago'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { isManager } from '@/session/permissions'
import { useSession } from '@/session/session'
import { useSettleEvent } from '../api/sync'
import { actionOf, outcomeOf } from '../sync-words'

export function SyncEventRow({ event }: { event: SyncEvent }) {
  const outwards = event.direction === 'to_github'
  const Icon = outwards ? ArrowUpFromLine : ArrowDownToLine
  const { label, tone } = outcomeOf(event.outcome)
  const number = event.issue_number ?? event.pull_request_number
  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-2 border-b px-4 py-2.5 last:border-0">
      <Icon className="mt-0.5 size-4 shrink-0 text-muted" aria-hidden />
      <div className="min-w-0 flex-1 basis-56">
        <p className="font-medium">
          <span className="sr-only">{outwards ? 'To GitHub: ' : 'From GitHub: '}</span>
          {actionOf(event.action)}
        </p>
        <p className="text-sm break-words text-muted">
          {event.repo_name}
          {number !== null && ` #${number}`}
          {event.task_id !== null && (
            <>
              {' · '}
              <Link
                to="/tasks/$taskId"
                params={{ taskId: event.task_id }}
                className="text-accent-text underline underline-offset-2"
              >
                {event.task_title ?? `Task ${event.task_id}`}
              </Link>
            </>
          )}
          {' · '}
          <TimeAgo at={event.updated_at} />
        </p>
        {event.reason && <p className="text-sm break-words">{event.reason}</p>}
      </div>
      <Badge tone={tone} className="max-sm:ml-7">
        {label}
      </Badge>
      {canBeSettled(event) && <Remedies event={event} />}
    </li>
  )
}

/** Failures, and what waits because it did not work the first time. */
function canBeSettled({ outcome, attempts }: SyncEvent): boolean {
  return outcome === 'failed' || (outcome === 'waiting' && attempts > 0)
}

function Remedies({ event }: { event: SyncEvent }) {
  const session = useSession()
  const retry = useSettleEvent('retry')
  const ignore = useSettleEvent('ignore')
  if (!isManager(session)) return null
  return (
    <div className="flex gap-2">
      <Button size="sm" pending={retry.isPending} onClick={() => retry.mutate(event.id)}>
        Try again
      </Button>
      <Button size="sm" variant="ghost" pending={ignore.isPending} onClick={() => ignore.mutate(event.id)}>
        Ignore
      </Button>
    </div>
  )
}
