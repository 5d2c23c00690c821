import { TASK_PRIORITIES, TASK_STATUSES } from '@/api/labels'
import { boardStatus } from '@/api/tasks/filter'
import type { TaskItem } from '@/api/types'

export type ColumnStatus = (typeof TASK_STATUSES)[number]

export type Columns = Record<ColumnStatus, TaskItem[]>

/** The most pressing first: by priority, then by deadline, then by age. The same for everybody who looks. */
function byUrgency(a: TaskItem, b: TaskItem): number {
  const priority = TASK_PRIORITIES.indexOf(b.priority) - TASK_PRIORITIES.indexOf(a.priority)
  if (priority !== 0) return priority
  if (a.deadline !== b.deadline) {
    if (a.deadline === null) return 1
    if (b.deadline === null) return -1
    return a.deadline < b.deadline ? -1 : 1
  }
  return a.id - b.id
}

export function toColumns(tasks: readonly TaskItem[]): Columns {
  const columns: Columns = { backlog: [], todo: [], in_progress: [], review: [], done: [] }
  for (const task of tasks) columns[boardStatus(task.status) as ColumnStatus].push(task)
  for (const status of TASK_STATUSES) columns[status].sort(byUrgency)
  return columns
}
