import { ChevronsUp, Equal, Minus, TriangleAlert, type LucideIcon } from 'lucide-react'
import { priorityLabels } from '@/api/labels'
import type { TaskPriority } from '@/api/types'
import { cn } from '@/lib/cn'

const looks: Record<TaskPriority, { colour: string; icon: LucideIcon }> = {
  low: { colour: 'text-muted', icon: Minus },
  medium: { colour: 'text-info', icon: Equal },
  high: { colour: 'text-warning', icon: ChevronsUp },
  urgent: { colour: 'text-danger', icon: TriangleAlert },
}

interface PriorityBadgeProps {
  priority: TaskPriority
  /** The icon alone, always or on a phone; the word is left to screen readers. */
  compact?: boolean | 'phone'
}

export function PriorityBadge({ priority, compact = false }: PriorityBadgeProps) {
  const { colour, icon: Icon } = looks[priority] ?? looks.medium
  const label = priorityLabels[priority] ?? priority
  const whole = compact === true ? `${label} priority` : label
  return (
    <span
      className={cn('inline-flex items-center gap-1 align-middle text-sm whitespace-nowrap', colour)}
      title={compact ? `${label} priority` : undefined}
    >
      <Icon className="size-4 shrink-0" aria-hidden />
      {compact ? <span className={compact === true ? 'sr-only' : 'max-sm:sr-only'}>{whole}</span> : whole}
    </span>
  )
}
