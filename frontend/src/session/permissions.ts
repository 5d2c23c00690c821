import type { Comment, Permission, ProjectItem, Report, TaskItem } from '@/api/types'
import type { Session } from './session'

/*
 * What to offer. The server decides; these mirror its rules so that nobody is shown a button that will be
 * refused. Rights that the server grants by role instead of by permission go by role here too.
 */

export function can(session: Session, permission: Permission): boolean {
  return session.permissions.includes(permission)
}

export function isManager({ role }: Session): boolean {
  return role === 'team_lead' || role === 'admin'
}

export function isAdmin({ role }: Session): boolean {
  return role === 'admin'
}

/** Others send notes to themselves only. */
export function canNotifyOthers(session: Session): boolean {
  return isManager(session)
}

/** Create, change and delete projects. */
export function canManageProjects(session: Session): boolean {
  return isManager(session)
}

/** The personal dashboard is for people who do the work; admins have the management one. */
export function hasPersonalDashboard({ role }: Session): boolean {
  return role !== 'admin'
}

type TaskOwnership = Pick<TaskItem, 'assigned_to' | 'created_by'>

export function canUpdateTask(session: Session, task: Pick<TaskItem, 'assigned_to'>): boolean {
  return can(session, 'can_update_any_task') || task.assigned_to === session.user.id
}

export function canReassignTasks(session: Session): boolean {
  return can(session, 'can_assign_tasks')
}

export function canDeleteTask(session: Session, task: TaskOwnership): boolean {
  return isManager(session) || task.assigned_to === session.user.id || task.created_by === session.user.id
}

export function canChangeComment(session: Session, comment: Pick<Comment, 'user_id'>): boolean {
  return isAdmin(session) || comment.user_id === session.user.id
}

export function canDeleteReport(session: Session, report: Pick<Report, 'user_id'>): boolean {
  return isAdmin(session) || (isManager(session) && report.user_id === session.user.id)
}

/** Projects somebody may put their task into: managers any, others those they belong to. */
export function canUseProject(
  session: Session,
  project: Pick<ProjectItem, 'created_by' | 'team_members'>,
): boolean {
  return (
    isManager(session) ||
    project.created_by === session.user.id ||
    project.team_members.some((member) => member.id === session.user.id)
  )
}

/** The page to open after signing in. */
export function homePath(session: Session): '/overview' | '/my-work' {
  return isManager(session) ? '/overview' : '/my-work'
}
