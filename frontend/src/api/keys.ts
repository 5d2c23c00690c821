import type { TaskQuery } from './types'

/**
 * The address of everything kept in the query cache. The live reducer patches by these,
 * so a query that is not here is a query that does not update itself.
 */
export const keys = {
  session: ['session'] as const,
  deviceSessions: ['device-sessions'] as const,
  users: {
    all: ['users'] as const,
    list: (role?: string) => ['users', 'list', role ?? 'all'] as const,
    allProgress: ['users', 'progress'] as const,
    progress: (id: number) => ['users', 'progress', id] as const,
  },
  projects: {
    all: ['projects'] as const,
    list: () => ['projects', 'list'] as const,
    detail: (id: number) => ['projects', 'detail', id] as const,
  },
  tasks: {
    all: ['tasks'] as const,
    /** Every cached list of tasks, whatever its filters. */
    lists: () => ['tasks', 'list'] as const,
    pages: () => ['tasks', 'list', 'page'] as const,
    page: (query: TaskQuery) => ['tasks', 'list', 'page', query] as const,
    ofProject: (projectId: number) => ['tasks', 'list', 'project', projectId] as const,
    detail: (id: number) => ['tasks', 'detail', id] as const,
    history: (id: number) => ['tasks', 'history', id] as const,
    comments: (id: number) => ['tasks', 'comments', id] as const,
  },
  notifications: ['notifications'] as const,
  allPresence: ['presence'] as const,
  presence: (scope: 'project' | 'task', id: number) => ['presence', scope, id] as const,
  dashboard: {
    all: ['dashboard'] as const,
    client: () => ['dashboard', 'client'] as const,
    admin: (range: string) => ['dashboard', 'admin', range] as const,
    project: (id: number) => ['dashboard', 'project', id] as const,
  },
  reports: {
    all: ['reports'] as const,
    list: (query: object) => ['reports', 'list', query] as const,
    detail: (id: number) => ['reports', 'detail', id] as const,
  },
  /** Every task, for the figures of reports. Too much to load again at every event. */
  reportTasks: ['report-tasks'] as const,
  admin: {
    settings: ['admin', 'settings'] as const,
    auditLogs: (query: object) => ['admin', 'audit-logs', query] as const,
    auditLog: (id: number) => ['admin', 'audit-logs', id] as const,
    allAuditLogs: ['admin', 'audit-logs'] as const,
  },
  github: {
    all: ['github'] as const,
    status: ['github', 'status'] as const,
    config: ['github', 'config'] as const,
    repositories: (query: object) => ['github', 'repositories', query] as const,
    issues: (repoId: number, query: object) => ['github', 'issues', repoId, query] as const,
    pulls: (repoId: number, query: object) => ['github', 'pulls', repoId, query] as const,
    activity: (days: number) => ['github', 'activity', days] as const,
    rules: (repoId: number) => ['github', 'rules', repoId] as const,
    allSync: ['github', 'sync'] as const,
    sync: () => ['github', 'sync', 'repositories'] as const,
    syncEvents: (query: object) => ['github', 'sync', 'events', query] as const,
  },
  search: (text: string) => ['search', text] as const,
}
