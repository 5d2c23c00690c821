import { useDroppable } from '@dnd-kit/core'
import { Plus } from 'lucide-react'
import { useId, useRef, useState } from 'react'
import { statusLabels } from '@/api/labels'
import type { TaskItem } from '@/api/types'
import { StatusIcon } from '@/components/domain/task-status'
import { IconButton } from '@/components/ui/icon-button'
import { cn } from '@/lib/cn'
import { counted } from '@/lib/count'
import type { ColumnStatus } from '../columns'
import { useFollowCard, type Followed } from '../hooks/use-follow-card'
import { useVirtualCards } from '../hooks/use-virtual-cards'
import { Card } from './card'
import { NewCard } from './new-card'

export interface ColumnProps {
  projectId: number
  status: ColumnStatus
  tasks: TaskItem[]
  carried: number | null
  /** The card that was moved here and takes focus along. */
  followed: Followed | null
  onFollowed: () => void
  isMovable: (task: TaskItem) => boolean
  onMove: (task: TaskItem, status: TaskItem['status']) => void
}

export function Column(props: ColumnProps) {
  const { projectId, status, tasks, carried, followed, onFollowed, isMovable, onMove } = props
  const [adding, setAdding] = useState(false)
  const headingId = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const adder = useRef<HTMLButtonElement>(null)
  const { setNodeRef, isOver } = useDroppable({ id: status })
  const { active, virtualizer } = useVirtualCards(tasks, scroller, carried)
  useFollowCard(status, tasks, followed, onFollowed, (index) => active && virtualizer.scrollToIndex(index))

  function stopAdding() {
    setAdding(false)
    adder.current?.focus()
  }

  const card = (task: TaskItem) => <Card task={task} movable={isMovable(task)} onMove={onMove} />

  return (
    <section
      ref={setNodeRef}
      aria-labelledby={headingId}
      data-column={status}
      className={cn(
        'flex w-[min(82vw,18rem)] shrink-0 snap-start flex-col rounded-card border bg-sunken sm:w-64 xl:w-auto xl:min-w-44 xl:flex-1',
        isOver && 'border-accent bg-selected',
      )}
    >
      <header className="flex h-10 items-center gap-2 pr-1 pl-3">
        <StatusIcon status={status} className="size-4 text-muted" />
        <h2 id={headingId} className="text-sm">
          {statusLabels[status]}
          <span className="sr-only">, {counted(tasks.length, 'task')}</span>
        </h2>
        <span className="text-xs text-muted tabular" aria-hidden>
          {tasks.length.toLocaleString()}
        </span>
        <IconButton
          ref={adder}
          label={`New task in ${statusLabels[status]}`}
          size="icon-sm"
          className="ml-auto"
          onClick={() => setAdding(true)}
        >
          <Plus aria-hidden />
        </IconButton>
      </header>
      {adding && <NewCard projectId={projectId} status={status} onClose={stopAdding} />}
      <div ref={scroller} className="relative min-h-24 flex-1 overflow-y-auto px-2 pb-2">
        {active ? (
          <ul className="relative" style={{ height: virtualizer.getTotalSize() }}>
            {virtualizer.getVirtualItems().map(({ index, key, start }) => {
              const task = tasks[index]
              return (
                task && (
                  <li
                    key={key}
                    ref={virtualizer.measureElement}
                    data-index={index}
                    aria-posinset={index + 1}
                    aria-setsize={tasks.length}
                    className="absolute inset-x-0 top-0"
                    style={{ transform: `translateY(${start}px)` }}
                  >
                    {card(task)}
                  </li>
                )
              )
            })}
          </ul>
        ) : (
          tasks.length > 0 && (
            <ul className="grid grid-cols-1 gap-2">
              {tasks.map((task) => (
                <li key={task.id}>{card(task)}</li>
              ))}
            </ul>
          )
        )}
      </div>
    </section>
  )
}
