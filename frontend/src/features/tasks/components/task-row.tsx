import { memo } from 'react'
import type { TaskItem } from '@/api/types'
import { Deadline } from '@/components/domain/deadline'
import { Person } from '@/components/domain/person'
import { PriorityBadge } from '@/components/domain/task-priority'
import { StatusBadge } from '@/components/domain/task-status'
import { TimeAgo } from '@/components/domain/time-ago'
import { Checkbox } from '@/components/ui/checkbox'
import { cn } from '@/lib/cn'
import { QuickLink } from './quick-link'
import { StatusCell } from './status-cell'
import { cellClasses, gridClasses, rowClasses, updatedClasses } from './task-columns'

export interface TaskRowProps {
  task: TaskItem
  /** Its place in the whole list, from 0. */
  index: number
  /** Where it lies in a long list, in pixels below the heads; in a short one the browser sees to that. */
  top: number | undefined
  withProject: boolean
  selected: boolean
  onToggle: (id: number) => void
  editable: boolean
  /** Says which row has focus. */
  onFocus: (id: number | undefined) => void
}

function ProjectCell({ task }: { task: TaskItem }) {
  return (
    <td role="cell" className={cellClasses.project}>
      {task.project_id !== null && (
        <QuickLink href={`/projects/${task.project_id}`} className="hover:text-ink hover:underline">
          {task.project_name}
        </QuickLink>
      )}
    </td>
  )
}

/**
 * One of thousands that come and go while somebody scrolls: few elements, hardly a component with a state of its own,
 * and laid out and painted apart from all others. Drawn again only when it has changed.
 */
export const TaskRow = memo(function TaskRow(props: TaskRowProps) {
  const { task, index, top, withProject, selected, onToggle, editable, onFocus } = props
  return (
    <tr
      role="row"
      aria-rowindex={index + 2}
      data-selected={selected || undefined}
      className={cn(rowClasses, gridClasses(withProject), top !== undefined && 'absolute inset-x-0')}
      style={top === undefined ? undefined : { top }}
      onFocus={() => onFocus(task.id)}
      onBlur={() => onFocus(undefined)}
    >
      <td role="cell" className={cellClasses.select}>
        <label className="grid size-full place-items-center">
          <Checkbox
            aria-label={`Select ${task.title}`}
            checked={selected}
            onCheckedChange={() => onToggle(task.id)}
          />
        </label>
      </td>
      <td role="cell" className={cellClasses.title}>
        <span className="text-xs text-muted tabular lg:max-xl:hidden">#{task.id}</span>
        <QuickLink href={`/tasks/${task.id}`} className="truncate font-medium hover:underline">
          {task.title}
        </QuickLink>
      </td>
      {withProject && <ProjectCell task={task} />}
      <td role="cell" className={cellClasses.status}>
        {editable ? <StatusCell task={task} /> : <StatusBadge status={task.status} />}
      </td>
      <td role="cell" className={cellClasses.priority}>
        <PriorityBadge priority={task.priority} compact="phone" />
      </td>
      <td role="cell" className={cellClasses.assignee}>
        <Person id={task.assigned_to} name={task.assignee_name} compact />
      </td>
      <td role="cell" className={cellClasses.deadline}>
        <Deadline deadline={task.deadline} status={task.status} compact icon={false} />
      </td>
      <td role="cell" className={updatedClasses(withProject)}>
        <TimeAgo at={task.updated_at} />
      </td>
    </tr>
  )
})
