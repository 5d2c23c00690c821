import { isComplete, TASK_PRIORITIES, TASK_STATUSES } from '../labels'
import type { TaskItem, TaskPriority, TaskStatus } from '../types'

/** Stands for "nobody" in the address, where people are numbers. */
export const NOBODY = 0

export interface TaskFilter {
  q?: string | undefined
  status?: TaskStatus[] | undefined
  priority?: TaskPriority[] | undefined
  /** Ids of people; `NOBODY` finds what is assigned to nobody. */
  assignee?: number[] | undefined
}

function isAmong<T>(wanted: T[] | undefined, value: T): boolean {
  return !wanted || wanted.length === 0 || wanted.includes(value)
}

/** The column of a board, and the state a filter knows: old words for done count as done. */
export function boardStatus(status: TaskStatus): TaskStatus {
  if (isComplete(status)) return 'done'
  return TASK_STATUSES.includes(status as (typeof TASK_STATUSES)[number]) ? status : 'backlog'
}

/** Filters tasks that are all here already, as those of one project are. */
export function matchesFilter(task: TaskItem, { q, status, priority, assignee }: TaskFilter): boolean {
  return (
    isAmong(priority, task.priority) &&
    isAmong(status, boardStatus(task.status)) &&
    isAmong(assignee, task.assigned_to ?? NOBODY) &&
    (!q || task.title.toLowerCase().includes(q.toLowerCase()) || String(task.id) === q.replace('#', ''))
  )
}

export function isFiltered({ q, status, priority, assignee }: TaskFilter): boolean {
  return Boolean(q || status?.length || priority?.length || assignee?.length)
}

type Rank = (task: TaskItem) => string | number | null

const ranks: Record<string, Rank> = {
  id: (task) => task.id,
  title: (task) => task.title.toLowerCase(),
  status: (task) => TASK_STATUSES.indexOf(boardStatus(task.status) as (typeof TASK_STATUSES)[number]),
  priority: (task) => TASK_PRIORITIES.indexOf(task.priority),
  progress: (task) => task.progress,
  assignee: (task) => task.assignee_name?.toLowerCase() ?? null,
  deadline: (task) => task.deadline,
  created_at: (task) => task.created_at,
  updated_at: (task) => task.updated_at,
}

/** Compares as the server does: what has no value comes last, whichever way round. */
function compare(a: string | number | null, b: string | number | null, direction: number): number {
  if (a === b) return 0
  if (a === null) return 1
  if (b === null) return -1
  return a < b ? -direction : direction
}

/** Sorts by a field's name, with `-` in front for descending. */
export function sortTasks(tasks: TaskItem[], sort: string): TaskItem[] {
  const descending = sort.startsWith('-')
  const rank = ranks[descending ? sort.slice(1) : sort]
  if (!rank) return tasks
  const direction = descending ? -1 : 1
  return tasks
    .map((task) => ({ task, key: rank(task) }))
    .sort((a, b) => compare(a.key, b.key, direction) || (a.task.id - b.task.id) * direction)
    .map(({ task }) => task)
}
