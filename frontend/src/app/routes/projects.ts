import { createRoute, lazyRouteComponent, stripSearchParams } from '@tanstack/react-router'
import { choice, ids, oneOf, searchParams, someOf, text } from '@/lib/search-params'
import { PROJECT_STATUSES, TASK_PRIORITIES } from '@/api/labels'
import { appRoute } from './app'
import { idParam } from './params'

const projectsSearch = searchParams({
  q: text,
  status: oneOf(PROJECT_STATUSES),
  sort: choice('name', '-updated_at', '-completion'),
})

const projectsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/projects',
  validateSearch: projectsSearch,
  search: { middlewares: [stripSearchParams({ sort: 'name' })] },
  component: lazyRouteComponent(() => import('../pages/projects-page'), 'ProjectsPage'),
})

const projectSearch = searchParams({
  tab: choice('board', 'list', 'overview'),
  q: text,
  priority: someOf(TASK_PRIORITIES),
  /** Ids of people; 0 stands for nobody. */
  assignee: ids,
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
