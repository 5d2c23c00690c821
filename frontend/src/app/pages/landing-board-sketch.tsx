import { PriorityBadge } from '@/components/domain/task-priority'
import { StatusBadge } from '@/components/domain/task-status'
import { Avatar } from '@/components/ui/avatar'
import type { TaskPriority, TaskStatus } from '@/api/types'

interface SketchCard {
  title: string
  priority: TaskPriority
  person: string
}

const columns: { status: TaskStatus; cards: SketchCard[] }[] = [
  {
    status: 'todo',
    cards: [
      { title: 'Invite link expires too early', priority: 'high', person: 'Mara Lind' },
      { title: 'Dark theme for charts', priority: 'low', person: 'Tom Okafor' },
    ],
  },
  {
    status: 'in_progress',
    cards: [{ title: 'Sync closed issues', priority: 'urgent', person: 'Ines Duarte' }],
  },
  { status: 'done', cards: [{ title: 'Audit log export', priority: 'medium', person: 'Jon Berg' }] },
]

/** What a board looks like; decoration, so hidden from screen readers. */
export function BoardSketch() {
  return (
    <div aria-hidden className="hidden grid-cols-3 gap-3 rounded-card border bg-sunken p-3 sm:grid">
      {columns.map(({ status, cards }) => (
        <div key={status} className="grid content-start justify-items-start gap-2">
          <StatusBadge status={status} />
          {cards.map((card) => (
            <div
              key={card.title}
              className="grid w-full gap-2 rounded-control border bg-surface p-2 shadow-raised"
            >
              <span className="text-sm font-medium">{card.title}</span>
              <span className="flex items-center justify-between">
                <PriorityBadge priority={card.priority} compact />
                <Avatar name={card.person} size="sm" />
              </span>
            </div>
          ))}
        </div>
      ))}
    </div>
  )
}
