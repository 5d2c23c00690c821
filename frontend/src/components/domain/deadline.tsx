import { CalendarClock } from 'lucide-react'
import { cn } from '@/lib/cn'
import { deadlineState, formatDay, formatDeadline } from '@/lib/time'

const looks = {
  none: 'text-muted',
  later: 'text-muted',
  soon: 'text-warning',
  overdue: 'font-medium text-danger',
}
const words = { none: '', later: '', soon: ' (due soon)', overdue: ' (overdue)' }

interface DeadlineProps {
  deadline: string | null
  status: string
  /** The day alone, where there is little room; the time is in the title. */
  compact?: boolean
  /** Left out where a heading says what the day is. */
  icon?: boolean
  className?: string
}

/** A deadline in the colour, and for screen readers the words, of its urgency. */
export function Deadline(props: DeadlineProps) {
  const { deadline, status, compact = false, icon = true, className } = props
  if (!deadline) return null
  const state = deadlineState(deadline, status)
  return (
    <time
      dateTime={deadline}
      title={compact ? formatDeadline(deadline) : undefined}
      className={cn('inline-flex items-center gap-1 text-sm whitespace-nowrap', looks[state], className)}
    >
      {icon && <CalendarClock className="size-3.5 shrink-0" aria-hidden />}
      {state === 'overdue' && <span aria-hidden>Overdue ·</span>}
      {compact ? formatDay(deadline) : formatDeadline(deadline)}
      {words[state] && <span className="sr-only">{words[state]}</span>}
    </time>
  )
}
