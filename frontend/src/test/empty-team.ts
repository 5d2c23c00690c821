import { answer } from './server'

const none = { total: 0, backlog: 0, todo: 0, in_progress: 0, review: 0, done: 0, overdue: 0 }

/** What the API answers to a team that has nothing yet, for tests that only walk through pages. */
export function anEmptyTeam() {
  answer('get', '/notifications', { notifications: [], unread_count: 0 })
  answer('get', '/users', { users: [] })
  answer('get', '/projects', { projects: [] })
  answer('get', '/tasks', { tasks: [], pagination: { page: 1, per_page: 100, total: 0, pages: 0 } })
  answer('get', '/dashboard/client', {
    taskCounts: { ...none, assigned: 0, due_soon: 0 },
    recentTasks: [],
    upcomingDeadlines: [],
    projects: [],
    githubActivity: [],
  })
  answer('get', '/admin/audit-logs', { logs: [], total: 0, pages: 0, current_page: 1 })
  answer('get', '/dashboard/admin', {
    users: { total: 1, admin: 1, team_lead: 0, developer: 0 },
    tasks: none,
    projects: { total: 0 },
    recentProjects: [],
    my_assigned_tasks: [],
  })
}
