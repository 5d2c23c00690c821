import { CircleCheck, CircleDashed, CircleDot, CircleEllipsis, Circle, type LucideIcon } from 'lucide-react'
import { statusLabels } from '@/api/labels'
import type { TaskStatus } from '@/api/types'
import { Badge, type BadgeTone } from '@/components/ui/badge'

const looks: Record<TaskStatus, { tone: BadgeTone; icon: LucideIcon }> = {
  backlog: { tone: 'neutral', icon: CircleDashed },
  todo: { tone: 'info', icon: Circle },
  in_progress: { tone: 'warning', icon: CircleDot },
  review: { tone: 'review', icon: CircleEllipsis },
  done: { tone: 'success', icon: CircleCheck },
  completed: { tone: 'success', icon: CircleCheck },
}

/** Older rows may hold words that are no status today; they are shown as they are. */
function lookOf(status: TaskStatus) {
  return looks[status] ?? looks.backlog
}

export function StatusIcon({ status, className }: { status: TaskStatus; className?: string }) {
  const Icon = lookOf(status).icon
  return <Icon className={className} aria-hidden />
}

export function StatusBadge({ status }: { status: TaskStatus }) {
  return (
    <Badge tone={lookOf(status).tone} icon={<StatusIcon status={status} />}>
      {statusLabels[status] ?? status}
    </Badge>
  )
}
