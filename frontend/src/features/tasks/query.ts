import { NOBODY } from '@/api/tasks/filter'
import type { TaskPriority, TaskQuery, TaskStatus } from '@/api/types'

export const PER_PAGE = 100

export type Due = 'today' | 'week' | 'month'

/** What the address of the task list says. */
export interface TaskSearch {
  page: number
  sort: string
  q?: string | undefined
  status?: TaskStatus[] | undefined
  priority?: TaskPriority[] | undefined
  assignee?: number[] | undefined
  creator?: number | undefined
  project?: number | undefined
  overdue?: boolean | undefined
  due?: Due | undefined
}

const daysAhead: Record<Due, number> = { today: 1, week: 7, month: 30 }

/** Days are counted in UTC, as deadlines are. The same all day long, so that the answer can be kept. */
function dueBefore(due: Due, now: Date): string {
  const midnight = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + daysAhead[due])
  return new Date(midnight).toISOString()
}

/** The old word for done is found together with the present one. */
function statuses(chosen: TaskStatus[]): TaskStatus[] {
  return chosen.includes('done') ? [...chosen, 'completed'] : chosen
}

/** The request for what the address says; what is not set is left out, so that equal lists share a cache entry. */
export function toTaskQuery(search: TaskSearch, now = new Date()): TaskQuery {
  const { page, sort, q, status, priority, assignee, creator, project, overdue, due } = search
  return {
    page,
    per_page: PER_PAGE,
    sort,
    ...(q && { q }),
    ...(status?.length && { status: statuses(status) }),
    ...(priority?.length && { priority }),
    ...(assignee?.length && { assigned_to: assignee.map((id) => (id === NOBODY ? 'none' : id)) }),
    ...(creator !== undefined && { created_by: creator }),
    ...(project !== undefined && { project_id: project }),
    ...(overdue && { overdue }),
    ...(due && { due_before: dueBefore(due, now) }),
  }
}
