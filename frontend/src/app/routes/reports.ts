import { createRoute, lazyRouteComponent, stripSearchParams } from '@tanstack/react-router'
import { choice, page, searchParams } from '@/lib/search-params'
import { can } from '@/session/permissions'
import { requires } from '../guards'
import { appRoute } from './app'
import { idParam } from './params'

const reportsDefaults = { tab: 'tasks', range: 'month', page: 1 } as const

const reportsSearch = searchParams({
  tab: choice('tasks', 'developers', 'github', 'saved'),
  range: choice('month', 'week', 'quarter', 'year'),
  page,
})

const canReport = requires((session) => can(session, 'can_generate_reports'))

const reportsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/reports',
  validateSearch: reportsSearch,
  search: { middlewares: [stripSearchParams(reportsDefaults)] },
  beforeLoad: canReport,
  component: lazyRouteComponent(() => import('../pages/reports-page'), 'ReportsPage'),
})

const savedReportRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/reports/$reportId',
  params: idParam('reportId'),
  beforeLoad: canReport,
  component: lazyRouteComponent(() => import('../pages/saved-report-page'), 'SavedReportPage'),
})

export const reportRoutes = [reportsRoute, savedReportRoute] as const
