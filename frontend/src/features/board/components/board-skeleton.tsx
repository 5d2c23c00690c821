import { TASK_STATUSES } from '@/api/labels'
import { Skeleton } from '@/components/ui/skeleton'

const CARDS = [4, 3, 3, 2, 3]

/** The board's outline while its tasks are on their way. */
export function BoardSkeleton() {
  return (
    <div role="status" className="flex gap-3 overflow-hidden">
      <span className="sr-only">Loading the board</span>
      {TASK_STATUSES.map((status, index) => (
        <div
          key={status}
          className="grid w-64 shrink-0 content-start gap-2 rounded-card border bg-sunken p-2 xl:w-auto xl:flex-1"
        >
          <Skeleton className="h-6 w-24 bg-surface" />
          {Array.from({ length: CARDS[index] ?? 3 }, (_, card) => (
            <Skeleton key={card} className="h-20 bg-surface" />
          ))}
        </div>
      ))}
    </div>
  )
}
