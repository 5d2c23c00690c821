import { createRoute, lazyRouteComponent, stripSearchParams } from '@tanstack/react-router'
import { id, oneOf, page, searchParams, text } from '@/lib/search-params'
import { ROLES } from '@/api/labels'
import { can } from '@/session/permissions'
import { requires } from '../guards'
import { appRoute } from './app'

const usersRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/admin/users',
  validateSearch: searchParams({ q: text, role: oneOf(ROLES) }),
  beforeLoad: requires((session) => can(session, 'can_manage_users')),
  component: lazyRouteComponent(() => import('../pages/admin-users-page'), 'AdminUsersPage'),
})

const settingsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/admin/settings',
  beforeLoad: requires((session) => can(session, 'can_manage_system_settings')),
  component: lazyRouteComponent(() => import('../pages/admin-settings-page'), 'AdminSettingsPage'),
})

const auditSearch = searchParams({
  page,
  action: text,
  actor: text,
  from: text,
  to: text,
  /** The entry whose details are open. */
  entry: id,
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
