import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useUpdateTask } from '@/api/tasks/mutations'
import type { TaskItem } from '@/api/types'
import { Deadline } from '@/components/domain/deadline'
import { Person } from '@/components/domain/person'
import { PriorityBadge } from '@/components/domain/task-priority'
import { StatusSelect } from '@/components/domain/status-select'
import { StatusBadge } from '@/components/domain/task-status'
import { TimeAgo } from '@/components/domain/time-ago'
import { Checkbox } from '@/components/ui/checkbox'
import { DataTable, type Column } from '@/components/ui/lazy-data-table'
import { cn } from '@/lib/cn'
import { canUpdateTask } from '@/session/permissions'
import { useSession } from '@/session/session'
import type { Selection } from '../hooks/use-selection'

function StatusCell({ task }: { task: TaskItem }) {
  const session = useSession()
  const update = useUpdateTask({ failure: `“${task.title}” keeps its status` })
  return (
    <div data-compact>
      {canUpdateTask(session, task) ? (
        <StatusSelect
          aria-label={`Status of ${task.title}`}
          className="h-7 w-36 max-sm:w-[4.5rem]"
          value={task.status}
          onChange={(status) => update.mutate({ id: task.id, changes: { status } })}
        />
      ) : (
        <StatusBadge status={task.status} />
      )}
    </div>
  )
}

const columns: Column<TaskItem>[] = [
  {
    id: 'title',
    header: 'Task',
    meta: { sort: 'title' },
    cell: ({ row: { original: task } }) => (
      <span className="flex items-baseline gap-2">
        <span className="text-xs text-muted tabular">#{task.id}</span>
        <Link
          to="/tasks/$taskId"
          params={{ taskId: task.id }}
          className="line-clamp-2 font-medium break-words hover:underline"
        >
          {task.title}
        </Link>
      </span>
    ),
  },
  {
    id: 'status',
    header: 'Status',
    meta: { sort: 'status', className: 'w-24 sm:w-42' },
    cell: ({ row }) => <StatusCell task={row.original} />,
  },
  {
    id: 'priority',
    header: 'Priority',
    meta: { sort: 'priority', className: 'w-28' },
    cell: ({ row }) => <PriorityBadge priority={row.original.priority} />,
  },
  {
    id: 'assignee',
    header: 'Assignee',
    meta: { sort: 'assignee', className: 'w-40' },
    cell: ({ row: { original: task } }) => <Person id={task.assigned_to} name={task.assignee_name} />,
  },
  {
    id: 'deadline',
    header: 'Deadline',
    meta: { sort: 'deadline', className: 'w-44' },
    cell: ({ row: { original: task } }) => (
      <Deadline deadline={task.deadline} status={task.status} compact icon={false} />
    ),
  },
]

const projectColumn: Column<TaskItem> = {
  id: 'project',
  header: 'Project',
  meta: { className: 'w-36 truncate text-muted max-lg:hidden' },
  cell: ({ row: { original: task } }) =>
    task.project_id !== null && (
      <Link
        to="/projects/$projectId"
        params={{ projectId: task.project_id }}
        className="hover:text-ink hover:underline"
      >
        {task.project_name}
      </Link>
    ),
}

function updatedColumn(className: string): Column<TaskItem> {
  return {
    id: 'updated_at',
    header: 'Updated',
    meta: { sort: 'updated_at', className: cn('w-32 text-sm whitespace-nowrap text-muted', className) },
    cell: ({ row }) => <TimeAgo at={row.original.updated_at} />,
  }
}

const withoutProject = [...columns, updatedColumn('max-xl:hidden')]
/** Where the project stands as well, the last column has room on wide screens only. */
const withProjects = [
  ...columns.slice(0, 1),
  projectColumn,
  ...columns.slice(1),
  updatedColumn('max-2xl:hidden'),
]

function selectColumn(selection: Selection, tasks: TaskItem[]): Column<TaskItem> {
  const ids = tasks.map((task) => task.id)
  const chosen = ids.filter((id) => selection.has(id)).length
  const all = chosen > 0 && chosen === ids.length
  return {
    id: 'select',
    header: () => (
      <Checkbox
        aria-label="Select all tasks shown"
        checked={all || (chosen > 0 && 'indeterminate')}
        onCheckedChange={() => (all ? selection.remove(ids) : selection.add(ids))}
      />
    ),
    meta: { className: 'w-9 pr-0' },
    cell: ({ row: { original: task } }) => (
      <Checkbox
        aria-label={`Select ${task.title}`}
        checked={selection.has(task.id)}
        onCheckedChange={() => selection.toggle(task.id)}
      />
    ),
  }
}

interface TaskTableProps {
  tasks: TaskItem[]
  sort: string
  onSort: (sort: string) => void
  selection: Selection
  withProject?: boolean
}

/** Tasks in rows, their status changed in place, with boxes to choose several. */
export function TaskTable({ tasks, sort, onSort, selection, withProject = false }: TaskTableProps) {
  const shown = useMemo(
    () => [selectColumn(selection, tasks), ...(withProject ? withProjects : withoutProject)],
    [selection, tasks, withProject],
  )
  return (
    <DataTable
      caption="Tasks"
      columns={shown}
      rows={tasks}
      rowId={(task) => task.id}
      sort={sort}
      onSort={onSort}
      isSelected={(task) => selection.has(task.id)}
      className="rounded-card border bg-surface shadow-raised"
      tableClassName={cn('min-w-188 table-fixed sm:min-w-216', withProject && 'lg:min-w-252')}
    />
  )
}
