import { Link } from '@tanstack/react-router'
import { priorityLabels, roleLabels, statusLabels } from '@/api/labels'
import type { ReportType, Role, TaskPriority, TaskStatus } from '@/api/types'
import { PriorityBadge } from '@/components/domain/task-priority'
import { StatusBadge } from '@/components/domain/task-status'
import type { CsvColumn } from '@/lib/csv'
import { formatDateTime, formatDeadline } from '@/lib/time'
import type { ReactNode } from 'react'
import type { DeveloperRow, RepositoryRow, RowsByType, TaskRow } from '../figures/content'

/** A column of a report on screen and in its CSV file. */
export interface ReportColumn<T> extends CsvColumn<T> {
  /** What the screen shows when it is more than the value. */
  cell?: (row: T) => ReactNode
  numeric?: boolean
}

const linkClasses = 'font-medium hover:underline'

const taskColumns: ReportColumn<TaskRow>[] = [
  { header: 'Id', value: (row) => row.id, numeric: true },
  {
    header: 'Title',
    value: (row) => row.title,
    cell: (row) => (
      <Link to="/tasks/$taskId" params={{ taskId: row.id }} className={linkClasses}>
        {row.title}
      </Link>
    ),
  },
  {
    header: 'Status',
    value: (row) => statusLabels[row.status as TaskStatus] ?? row.status,
    cell: (row) => <StatusBadge status={row.status as TaskStatus} />,
  },
  {
    header: 'Priority',
    value: (row) => priorityLabels[row.priority as TaskPriority] ?? row.priority,
    cell: (row) => <PriorityBadge priority={row.priority as TaskPriority} />,
  },
  { header: 'Assignee', value: (row) => row.assignee },
  { header: 'Project', value: (row) => row.project },
  { header: 'Progress', value: (row) => row.progress, cell: (row) => `${row.progress}%`, numeric: true },
  {
    header: 'Deadline',
    value: (row) => row.deadline,
    cell: (row) => row.deadline && formatDeadline(row.deadline),
  },
  { header: 'Changed', value: (row) => row.updated_at, cell: (row) => formatDateTime(row.updated_at) },
]

const developerColumns: ReportColumn<DeveloperRow>[] = [
  {
    header: 'Name',
    value: (row) => row.name,
    cell: (row) => (
      <Link to="/tasks" search={{ assignee: [row.id] }} className={linkClasses}>
        {row.name}
      </Link>
    ),
  },
  { header: 'Role', value: (row) => roleLabels[row.role as Role] ?? row.role },
  { header: 'Assigned', value: (row) => row.assigned, numeric: true },
  { header: 'Active', value: (row) => row.active, numeric: true },
  { header: 'Done in range', value: (row) => row.completed, numeric: true },
  { header: 'Overdue', value: (row) => row.overdue, numeric: true },
  { header: 'Mean progress', value: (row) => row.progress, cell: (row) => `${row.progress}%`, numeric: true },
]

const repositoryColumns: ReportColumn<RepositoryRow>[] = [
  {
    header: 'Repository',
    value: (row) => row.name,
    cell: (row) => (
      <Link to="/github/repositories/$repositoryId" params={{ repositoryId: row.id }} className={linkClasses}>
        {row.name}
      </Link>
    ),
  },
  { header: 'Commits', value: (row) => row.commits, numeric: true },
  { header: 'Pull requests', value: (row) => row.pull_requests, numeric: true },
  { header: 'Open issues', value: (row) => row.open_issues, numeric: true },
  {
    header: 'Last change',
    value: (row) => row.last_updated,
    cell: (row) => row.last_updated && formatDateTime(row.last_updated),
  },
]

export const reportColumns: { [Type in ReportType]: ReportColumn<RowsByType[Type][number]>[] } = {
  tasks: taskColumns,
  developers: developerColumns,
  github: repositoryColumns,
}
