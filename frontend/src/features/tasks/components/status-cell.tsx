import { ChevronDown } from 'lucide-react'
import { useState, type KeyboardEvent, type PointerEvent } from 'react'
import { useUpdateTask } from '@/api/tasks/mutations'
import type { TaskItem } from '@/api/types'
import { StatusSelect } from '@/components/domain/status-select'
import { StatusBadge } from '@/components/domain/task-status'
import { controlClasses } from '@/components/ui/control'
import { cn } from '@/lib/cn'

/** On a phone the frame alone says that it can be changed. */
const classes = 'h-7 w-34 px-1 max-sm:w-auto max-sm:px-0.5 max-sm:[&>svg]:hidden'
const faceClasses = cn(controlClasses, 'flex items-center justify-between gap-2 text-left', classes)
const OPENERS = new Set(['Enter', ' ', 'ArrowDown', 'ArrowUp'])

/** Opened as the select itself would be: by a key, as the mouse goes down, or as a finger goes up. */
function useOpener() {
  const [opened, setOpened] = useState(false)
  function open(event: { preventDefault: () => void }) {
    event.preventDefault()
    setOpened(true)
  }
  return {
    opened,
    opener: {
      onClick: open,
      onPointerDown(event: PointerEvent) {
        if (event.pointerType === 'mouse' && event.button === 0 && !event.ctrlKey) open(event)
      },
      onKeyDown(event: KeyboardEvent) {
        if (OPENERS.has(event.key)) open(event)
      },
    },
  }
}

function OpenedStatus({ task, label }: { task: TaskItem; label: string }) {
  const update = useUpdateTask({ failure: `“${task.title}” keeps its status` })
  return (
    <StatusSelect
      aria-label={label}
      className={classes}
      defaultOpen
      value={task.status}
      onChange={(status) => update.mutate({ id: task.id, changes: { status } })}
    />
  )
}

/** A status that can be changed. Its face becomes a select when somebody opens it; most are only looked at. */
export function StatusCell({ task }: { task: TaskItem }) {
  const { opened, opener } = useOpener()
  const label = `Status of ${task.title}`
  if (opened) return <OpenedStatus task={task} label={label} />
  return (
    <button
      type="button"
      role="combobox"
      aria-expanded={false}
      aria-controls=""
      aria-label={label}
      className={faceClasses}
      {...opener}
    >
      <StatusBadge status={task.status} />
      <ChevronDown className="size-4 shrink-0 text-muted" aria-hidden />
    </button>
  )
}
