import { createRoute, lazyRouteComponent, stripSearchParams } from '@tanstack/react-router'
import { z } from 'zod'
import { ROLES } from '@/api/labels'
import { can } from '@/session/permissions'
import { requires } from '../guards'
import { appRoute } from './app'

const text = z.string().optional().catch(undefined)

const usersRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/admin/users',
  validateSearch: z.object({ q: text, role: z.enum(ROLES).optional().catch(undefined) }),
  beforeLoad: requires((session) => can(session, 'can_manage_users')),
  component: lazyRouteComponent(() => import('../pages/admin-users-page'), 'AdminUsersPage'),
})

const settingsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/admin/settings',
  beforeLoad: requires((session) => can(session, 'can_manage_system_settings')),
  component: lazyRouteComponent(() => import('../pages/admin-settings-page'), 'AdminSettingsPage'),
})

const auditSearch = z.object({
  page: z.number().int().min(1).default(1).catch(1),
  action: text,
  actor: text,
  from: text,
  to: text,
  /** The entry whose details are open. */
  entry: z.number().int().optional().catch(undefined),
})

const auditRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/admin/audit',
  validateSearch: auditSearch,
  search: { middlewares: [stripSearchParams({ page: 1 })] },
  beforeLoad: requires((session) => can(session, 'can_view_audit_logs')),
  component: lazyRouteComponent(() => import('../pages/admin-audit-page'), 'AdminAuditPage'),
})

const repositoriesRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/admin/repositories',
  beforeLoad: requires((session) => can(session, 'can_link_github_repos')),
  component: lazyRouteComponent(() => import('../pages/admin-repositories-page'), 'AdminRepositoriesPage'),
})

export const adminRoutes = [usersRoute, settingsRoute, auditRoute, repositoriesRoute] as const
