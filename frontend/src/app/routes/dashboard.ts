import { createRoute, lazyRouteComponent, stripSearchParams } from '@tanstack/react-router'
import { choice, oneOf, page, searchParams, text } from '@/lib/search-params'
import { ROLES } from '@/api/labels'
import { hasPersonalDashboard, isManager } from '@/session/permissions'
import { requires } from '../guards'
import { appRoute } from './app'

const myWorkRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/my-work',
  beforeLoad: requires(hasPersonalDashboard),
  component: lazyRouteComponent(() => import('../pages/my-work-page'), 'MyWorkPage'),
})

const overviewSearch = searchParams({ range: choice('month', 'week', 'quarter') })

const overviewRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/overview',
  validateSearch: overviewSearch,
  search: { middlewares: [stripSearchParams({ range: 'month' })] },
  beforeLoad: requires(isManager),
  component: lazyRouteComponent(() => import('../pages/overview-page'), 'OverviewPage'),
})

const teamRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/team',
  validateSearch: searchParams({ q: text, role: oneOf(ROLES), page }),
  search: { middlewares: [stripSearchParams({ page: 1 })] },
  beforeLoad: requires(isManager),
  component: lazyRouteComponent(() => import('../pages/team-page'), 'TeamPage'),
})

export const dashboardRoutes = [myWorkRoute, overviewRoute, teamRoute] as const
