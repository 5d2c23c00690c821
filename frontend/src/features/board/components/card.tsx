import { useDraggable } from '@dnd-kit/core'
import { Link } from '@tanstack/react-router'
import { GripVertical } from 'lucide-react'
import { memo, type ReactNode } from 'react'
import { boardStatus } from '@/api/tasks/filter'
import type { TaskItem } from '@/api/types'
import { Deadline } from '@/components/domain/deadline'
import { PriorityBadge } from '@/components/domain/task-priority'
import { Avatar } from '@/components/ui/avatar'
import { cn } from '@/lib/cn'
import { cardPartId } from '../hooks/use-follow-card'
import { MoveMenu } from './move-menu'

/** What a card shows, also while it is carried. */
export function CardFace({ task, children }: { task: TaskItem; children?: ReactNode }) {
  const { title, id, priority, deadline, status, assigned_to: assignee, assignee_name: name, progress } = task
  return (
    <>
      {children ?? <span className="line-clamp-2 font-medium break-words">{title}</span>}
      <div className="flex min-h-5 flex-wrap items-center gap-x-2 gap-y-1 text-xs text-muted">
        <span className="tabular">#{id}</span>
        <PriorityBadge priority={priority} compact />
        <Deadline deadline={deadline} status={status} compact className="text-xs" />
        {progress > 0 && progress < 100 && (
          <span className="tabular">
            {progress}% <span className="sr-only">done</span>
          </span>
        )}
        {assignee !== null && (
          <span className="ml-auto" title={name ?? undefined}>
            <span className="sr-only">Assigned to {name}</span>
            <Avatar name={name ?? '?'} id={assignee} size="sm" />
          </span>
        )}
      </div>
    </>
  )
}

interface CardProps {
  task: TaskItem
  movable: boolean
  onMove: (task: TaskItem, status: TaskItem['status']) => void
}

type Grip = Pick<ReturnType<typeof useDraggable>, 'attributes' | 'setActivatorNodeRef'>

/** While any card is carried, all cards are drawn at each step; what is in them stays as it is. */
const CardContent = memo(function CardContent(props: CardProps & Grip) {
  const { task, movable, onMove, attributes, setActivatorNodeRef } = props
  return (
    <CardFace task={task}>
      <div className="flex items-start gap-1">
        <Link
          id={cardPartId('title', task.id)}
          to="/tasks/$taskId"
          params={{ taskId: task.id }}
          draggable={false}
          className="line-clamp-2 min-w-0 flex-1 font-medium break-words hover:underline"
        >
          {task.title}
        </Link>
        {movable && (
          <span className="-mt-1 -mr-1.5 flex shrink-0 opacity-60 group-focus-within:opacity-100 group-hover:opacity-100">
            <button
              ref={setActivatorNodeRef}
              {...attributes}
              id={cardPartId('grip', task.id)}
              type="button"
              aria-label={`Carry ${task.title}`}
              className="flex size-6 items-center justify-center rounded-control text-muted hover:bg-hover hover:text-ink"
            >
              <GripVertical className="size-4" aria-hidden />
            </button>
            <MoveMenu task={task} onMove={onMove} />
          </span>
        )}
      </div>
    </CardFace>
  )
})

/** A task on the board. The whole card can be dragged; its grip carries it by keyboard, its menu without dragging. */
export const Card = memo(function Card({ task, movable, onMove }: CardProps) {
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, isDragging } = useDraggable({
    id: task.id,
    data: { status: boardStatus(task.status) },
    disabled: !movable,
  })
  return (
    <article
      ref={setNodeRef}
      aria-label={task.title}
      data-card={task.id}
      {...listeners}
      className={cn(
        'group relative grid gap-1.5 rounded-control border bg-surface p-2.5 shadow-raised',
        movable && 'cursor-grab touch-manipulation',
        isDragging && 'opacity-40',
      )}
    >
      <CardContent {...{ task, movable, onMove, attributes, setActivatorNodeRef }} />
    </article>
  )
})
