import {
  closestCenter,
  DndContext,
  DragOverlay,
  KeyboardSensor,
  MouseSensor,
  pointerWithin,
  TouchSensor,
  useSensor,
  useSensors,
  type CollisionDetection,
  type DragEndEvent,
} from '@dnd-kit/core'
import { useCallback, useMemo, useState } from 'react'
import { statusLabels, TASK_STATUSES } from '@/api/labels'
import { boardStatus } from '@/api/tasks/filter'
import { useUpdateTask } from '@/api/tasks/mutations'
import type { TaskItem, TaskStatus } from '@/api/types'
import { announce } from '@/lib/announce'
import { canUpdateTask } from '@/session/permissions'
import { useSession } from '@/session/session'
import { boardAnnouncements, instructions } from '../announcements'
import { toColumns, type ColumnStatus } from '../columns'
import { useBoardKeys } from '../hooks/use-board-keys'
import type { Followed } from '../hooks/use-follow-card'
import { useKeepFocus } from '../hooks/use-keep-focus'
import { toNextColumn } from '../keyboard'
import { CardFace } from './card'
import { Column } from './column'

/** By pointer the column under it; by keyboard, where there is no pointer, the nearest one. */
const detectColumn: CollisionDetection = (input) =>
  input.pointerCoordinates ? pointerWithin(input) : closestCenter(input)

function useBoardSensors() {
  return useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 5 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 220, tolerance: 6 } }),
    useSensor(KeyboardSensor, { coordinateGetter: toNextColumn }),
  )
}

/** Moving is saving one task; it shows at once and goes back with the reason if it is refused. */
function useMove(onMoved: (card: Followed) => void) {
  const { mutate } = useUpdateTask({ failure: 'The card is back where it was' })
  return useCallback(
    (task: TaskItem, status: TaskStatus) => {
      const follow = (column: TaskStatus) =>
        onMoved({ id: task.id, part: 'grip', column: column as ColumnStatus })
      const before = boardStatus(task.status)
      follow(status)
      if (before !== status) {
        mutate({ id: task.id, changes: { status } }, { onError: () => follow(before) })
      }
    },
    [mutate, onMoved],
  )
}

export function Board({ projectId, tasks }: { projectId: number; tasks: readonly TaskItem[] }) {
  const session = useSession()
  const sensors = useBoardSensors()
  const columns = useMemo(() => toColumns(tasks), [tasks])
  const [carried, setCarried] = useState<TaskItem | null>(null)
  const [followed, setFollowed] = useState<Followed | null>(null)
  const move = useMove(setFollowed)
  const keptFocus = useKeepFocus(columns, setFollowed)
  const onKeyDown = useBoardKeys(columns, (id) => setFollowed({ id, part: 'title' }))
  const find = (id: string | number) => tasks.find((task) => task.id === id)

  const moveByMenu = useCallback(
    (task: TaskItem, status: TaskStatus) => {
      move(task, status)
      announce(`${task.title} is in ${statusLabels[status]}.`)
    },
    [move],
  )

  function onDragEnd({ active, over }: DragEndEvent) {
    const task = find(active.id)
    setCarried(null)
    if (task) move(task, over ? (over.id as TaskStatus) : boardStatus(task.status))
  }

  return (
    <DndContext
      sensors={sensors}
      collisionDetection={detectColumn}
      onDragStart={({ active }) => setCarried(find(active.id) ?? null)}
      onDragEnd={onDragEnd}
      onDragCancel={() => setCarried(null)}
      accessibility={{
        announcements: boardAnnouncements((id) => find(id)?.title ?? 'The card'),
        screenReaderInstructions: instructions,
        restoreFocus: false,
      }}
    >
      {/* The keys move focus between links that work without them. */}
      {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div
        onKeyDown={onKeyDown}
        {...keptFocus}
        className="relative flex h-[calc(100dvh-12rem)] min-h-96 snap-x gap-3 overflow-x-auto pb-2"
      >
        {TASK_STATUSES.map((status) => (
          <Column
            key={status}
            projectId={projectId}
            status={status}
            tasks={columns[status]}
            carried={carried?.id ?? null}
            followed={followed}
            onFollowed={() => setFollowed(null)}
            isMovable={(task) => canUpdateTask(session, task)}
            onMove={moveByMenu}
          />
        ))}
      </div>
      <DragOverlay dropAnimation={null}>
        {carried && (
          <div className="grid cursor-grabbing gap-1.5 rounded-control border border-accent bg-raised p-2.5 shadow-floating">
            <CardFace task={carried} />
          </div>
        )}
      </DragOverlay>
    </DndContext>
  )
}
