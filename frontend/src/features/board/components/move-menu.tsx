import { Ellipsis } from 'lucide-react'
import { statusLabels, TASK_STATUSES } from '@/api/labels'
import { boardStatus } from '@/api/tasks/filter'
import type { TaskItem } from '@/api/types'
import { StatusIcon } from '@/components/domain/task-status'
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu'

interface MoveMenuProps {
  task: TaskItem
  onMove: (task: TaskItem, status: TaskItem['status']) => void
}

/** Moves a card for those who do not drag. */
export function MoveMenu({ task, onMove }: MoveMenuProps) {
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <button
          type="button"
          aria-label={`Move ${task.title}`}
          className="flex size-6 items-center justify-center rounded-control text-muted hover:bg-hover hover:text-ink"
          // The card would take the press for the start of a drag.
          onMouseDown={(event) => event.stopPropagation()}
          onTouchStart={(event) => event.stopPropagation()}
        >
          <Ellipsis className="size-4" aria-hidden />
        </button>
      </DropdownMenuTrigger>
      <DropdownMenuContent onCloseAutoFocus={(event) => event.preventDefault()}>
        <DropdownMenuLabel>Move to</DropdownMenuLabel>
        {TASK_STATUSES.filter((status) => status !== boardStatus(task.status)).map((status) => (
          <DropdownMenuItem key={status} onSelect={() => onMove(task, status)}>
            <StatusIcon status={status} />
            {statusLabels[status]}
          </DropdownMenuItem>
        ))}
      </DropdownMenuContent>
    </DropdownMenu>
  )
}
