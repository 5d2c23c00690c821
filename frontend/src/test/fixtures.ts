import type { Comment, Notification, Permission, ProjectItem, Role, TaskItem, UserFull } from '@/api/types'
import type { Session } from '@/session/session'

const AT = '2026-05-07T12:00:00.000Z'

export function aTask(fields: Partial<TaskItem> = {}): TaskItem {
  return {
    id: 1,
    title: 'Fix the login',
    description: null,
    status: 'todo',
    priority: 'medium',
    progress: 0,
    project_id: 5,
    project_name: 'Portal',
    assigned_to: null,
    assignee_name: null,
    created_by: 2,
    creator_name: 'Ben',
    deadline: null,
    created_at: AT,
    updated_at: AT,
    version: 1,
    ...fields,
  }
}

export function aComment(fields: Partial<Comment> = {}): Comment {
  return {
    id: 1,
    content: 'Done?',
    task_id: 1,
    user_id: 2,
    user_name: 'Ben',
    author_name: 'Ben',
    user_avatar: null,
    parent_id: null,
    created_at: AT,
    updated_at: null,
    version: 1,
    ...fields,
  }
}

export function aNotification(fields: Partial<Notification> = {}): Notification {
  return {
    id: 1,
    user_id: 1,
    notification_type: 'task_assigned',
    type: 'task_assigned',
    title: 'New Task Assigned',
    message: 'You are now responsible for "Fix the login".',
    content: 'You are now responsible for "Fix the login".',
    reference_id: '1',
    task_id: 1,
    is_read: false,
    read: false,
    created_at: AT,
    timestamp: AT,
    read_at: null,
    ...fields,
  }
}

export function aUser(fields: Partial<UserFull> = {}): UserFull {
  return {
    id: 1,
    name: 'Ada Moreau',
    email: 'ada@example.com',
    role: 'developer',
    github_username: null,
    github_connected: false,
    avatar: null,
    created_at: AT,
    ...fields,
  }
}

const developerPermissions: Permission[] = [
  'can_view_tasks',
  'can_update_assigned_tasks',
  'can_comment_on_tasks',
  'can_view_notifications',
  'can_manage_personal_notifications',
]
const leadPermissions: Permission[] = [
  ...developerPermissions,
  'can_create_tasks',
  'can_assign_tasks',
  'can_update_any_task',
  'can_generate_reports',
  'can_view_audit_logs',
]
const permissionsOf: Record<Role, Permission[]> = {
  developer: developerPermissions,
  team_lead: leadPermissions,
  admin: [
    ...leadPermissions,
    'can_manage_users',
    'can_manage_projects',
    'can_manage_system_settings',
    'can_link_github_repos',
  ],
}

export function aSession(role: Role = 'developer', user: Partial<UserFull> = {}): Session {
  return { user: aUser({ role, ...user }), role, permissions: permissionsOf[role] }
}

export function aProject(fields: Partial<ProjectItem> = {}): ProjectItem {
  return {
    id: 5,
    name: 'Portal',
    description: 'Where customers sign in.',
    status: 'active',
    github_repo: null,
    created_by: 2,
    creator_name: 'Ben',
    team_members: [{ id: 1, name: 'Ada Moreau', role: 'developer' }],
    created_at: AT,
    updated_at: AT,
    task_count: 2,
    completion_percentage: 50,
    version: 1,
    ...fields,
  }
}
