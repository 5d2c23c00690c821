import { createRoute, lazyRouteComponent, stripSearchParams } from '@tanstack/react-router'
import { z } from 'zod'
import { can } from '@/session/permissions'
import { requires } from '../guards'
import { appRoute } from './app'
import { idParam } from './params'

const reportsDefaults = { tab: 'tasks', range: 'month', page: 1 } as const

const reportsSearch = z.object({
  tab: z.enum(['tasks', 'developers', 'github', 'saved']).default('tasks').catch('tasks'),
  range: z.enum(['week', 'month', 'quarter', 'year']).default('month').catch('month'),
  page: z.number().int().min(1).default(1).catch(1),
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
