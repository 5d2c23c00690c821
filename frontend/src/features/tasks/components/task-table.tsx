import { memo, useRef, useState } from 'react'
import type { TaskItem } from '@/api/types'
import { Checkbox } from '@/components/ui/checkbox'
import { SortHeader } from '@/components/ui/sort-header'
import { useVirtualRows } from '@/components/ui/use-virtual-rows'
import { cn } from '@/lib/cn'
import '@/lib/last-focus'
import { useMedia } from '@/lib/use-media'
import { canUpdateTask } from '@/session/permissions'
import { useSession } from '@/session/session'
import type { Selection } from '../hooks/use-selection'
import { gridClasses, headClasses, ROW_HEIGHT, updatedClasses, WIDE } from './task-columns'
import { TaskRow } from './task-row'

const head = 'flex items-center max-lg:h-8 max-lg:px-1.5 max-lg:text-xs max-lg:[&[aria-sort=none]_svg]:hidden'

export interface TaskTableProps {
  tasks: TaskItem[]
  sort: string
  onSort: (sort: string) => void
  selection: Selection
  withProject?: boolean
}

function SelectAll({ tasks, selection }: Pick<TaskTableProps, 'tasks' | 'selection'>) {
  const ids = tasks.map((task) => task.id)
  const chosen = ids.filter((id) => selection.has(id)).length
  const all = chosen > 0 && chosen === ids.length
  return (
    <label className="grid size-full place-items-center">
      <Checkbox
        aria-label="Select all tasks shown"
        checked={all || (chosen > 0 && 'indeterminate')}
        onCheckedChange={() => (all ? selection.remove(ids) : selection.add(ids))}
      />
    </label>
  )
}

/** Counts all rows, so it is not drawn again while they are scrolled. */
const Heads = memo(function Heads(props: TaskTableProps) {
  const { tasks, sort, onSort, selection, withProject = false } = props
  const sorting = { current: sort, onSort, className: head }
  return (
    <tr role="row" aria-rowindex={1} className={cn(headClasses, gridClasses(withProject))}>
      <th scope="col" role="columnheader" className="h-9 max-lg:w-10">
        <SelectAll tasks={tasks} selection={selection} />
      </th>
      <SortHeader {...sorting} sort="title">
        Task
      </SortHeader>
      {withProject && (
        <SortHeader current={sort} onSort={undefined} className="hidden items-center xl:flex">
          Project
        </SortHeader>
      )}
      <SortHeader {...sorting} sort="status">
        Status
      </SortHeader>
      <SortHeader {...sorting} sort="priority">
        Priority
      </SortHeader>
      <SortHeader {...sorting} sort="assignee">
        Assignee
      </SortHeader>
      <SortHeader {...sorting} sort="deadline">
        Deadline
      </SortHeader>
      <SortHeader {...sorting} sort="updated_at" className={cn(updatedClasses(withProject), 'leading-9')}>
        Updated
      </SortHeader>
    </tr>
  )
})

/** Which row has focus, so that it is not taken away from under it by scrolling. */
function useFocusedRow(tasks: TaskItem[]) {
  const [focused, setFocused] = useState<number>()
  return {
    index: focused === undefined ? -1 : tasks.findIndex(({ id }) => id === focused),
    setFocused,
  }
}

/** Tasks in rows, their status changed in place, with boxes to choose several. */
export function TaskTable(props: TaskTableProps) {
  const { tasks, selection, withProject = false } = props
  const session = useSession()
  const scroller = useRef<HTMLDivElement>(null)
  const focus = useFocusedRow(tasks)
  const height = useMedia(WIDE) ? ROW_HEIGHT.wide : ROW_HEIGHT.narrow
  const { active, shown, total } = useVirtualRows(tasks, scroller, { height, kept: focus.index })
  return (
    <div
      ref={scroller}
      role="region"
      aria-label="Tasks"
      tabIndex={0}
      className={cn(
        'relative scroll-pt-12 overflow-auto rounded-card border bg-surface shadow-raised',
        active && 'max-h-[calc(100dvh-16rem)] min-h-64',
      )}
    >
      <table role="table" className="block text-left" aria-rowcount={tasks.length + 1}>
        <caption className="sr-only">Tasks</caption>
        <thead role="rowgroup" className="sticky top-0 z-10 block bg-surface">
          <Heads {...props} />
        </thead>
        <tbody role="rowgroup" className="relative block" style={active ? { height: total } : undefined}>
          {shown.map(({ row: task, index, start }) => (
            <TaskRow
              key={task.id}
              task={task}
              index={index}
              top={active ? start : undefined}
              withProject={withProject}
              selected={selection.has(task.id)}
              onToggle={selection.toggle}
              editable={canUpdateTask(session, task)}
              onFocus={focus.setFocused}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}
