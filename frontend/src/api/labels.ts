import type { ProjectStatus, Role, TaskPriority, TaskStatus } from './types'

export const TASK_STATUSES = ['backlog', 'todo', 'in_progress', 'review', 'done'] as const
export const TASK_PRIORITIES = ['low', 'medium', 'high', 'urgent'] as const
export const PROJECT_STATUSES = ['active', 'on_hold', 'completed', 'cancelled'] as const
export const SYNC_OUTCOMES = ['done', 'waiting', 'failed', 'skipped', 'ignored'] as const
export const SYNC_DIRECTIONS = ['to_github', 'from_github'] as const
export const ROLES = ['developer', 'team_lead', 'admin'] as const

export const statusLabels: Record<TaskStatus, string> = {
  backlog: 'Backlog',
  todo: 'To do',
  in_progress: 'In progress',
  review: 'Review',
  done: 'Done',
  completed: 'Done',
}

export const priorityLabels: Record<TaskPriority, string> = {
  low: 'Low',
  medium: 'Medium',
  high: 'High',
  urgent: 'Urgent',
}

export const projectStatusLabels: Record<ProjectStatus, string> = {
  active: 'Active',
  on_hold: 'On hold',
  completed: 'Completed',
  cancelled: 'Cancelled',
}

export const roleLabels: Record<Role, string> = {
  developer: 'Developer',
  team_lead: 'Team lead',
  admin: 'Admin',
}

/** `completed` is an older word for `done`; both are kept as sent and read the same. */
export function isComplete(status: string): boolean {
  return status === 'done' || status === 'completed'
}
