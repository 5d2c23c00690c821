import { createRoute, lazyRouteComponent, stripSearchParams } from '@tanstack/react-router'
import { z } from 'zod'
import { PROJECT_STATUSES, TASK_PRIORITIES } from '@/api/labels'
import { appRoute } from './app'
import { idParam } from './params'

const projectsSearch = z.object({
  q: z.string().optional().catch(undefined),
  status: z.enum(PROJECT_STATUSES).optional().catch(undefined),
  sort: z.enum(['name', '-updated_at', '-completion']).default('name').catch('name'),
})

const projectsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/projects',
  validateSearch: projectsSearch,
  search: { middlewares: [stripSearchParams({ sort: 'name' })] },
  component: lazyRouteComponent(() => import('../pages/projects-page'), 'ProjectsPage'),
})

const projectSearch = z.object({
  tab: z.enum(['board', 'list', 'overview']).default('board').catch('board'),
  q: z.string().optional().catch(undefined),
  priority: z.array(z.enum(TASK_PRIORITIES)).optional().catch(undefined),
  /** Ids of people; 0 stands for nobody. */
  assignee: z.array(z.number().int()).optional().catch(undefined),
})

const projectRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/projects/$projectId',
  params: idParam('projectId'),
  validateSearch: projectSearch,
  search: { middlewares: [stripSearchParams({ tab: 'board' })] },
  component: lazyRouteComponent(() => import('../pages/project-page'), 'ProjectPage'),
})

export const projectRoutes = [projectsRoute, projectRoute] as const
