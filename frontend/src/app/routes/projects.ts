import { createRoute, lazyRouteComponent, stripSearchParams } from '@tanstack/react-router'
import { choice, ids, oneOf, searchParams, someOf, text, textOr } from '@/lib/search-params'
import { PROJECT_STATUSES, TASK_PRIORITIES } from '@/api/labels'
import { appRoute } from './app'
import { idParam } from './params'

const projectsDefaults = { sort: 'name' } as const

const projectsSearch = searchParams({
  q: text,
  status: oneOf(PROJECT_STATUSES),
  sort: choice(
    'name',
    '-name',
    'status',
    '-status',
    'completion',
    '-completion',
    'tasks',
    '-tasks',
    'updated_at',
    '-updated_at',
  ),
})

const projectsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/projects',
  validateSearch: projectsSearch,
  search: { middlewares: [stripSearchParams(projectsDefaults)] },
  component: lazyRouteComponent(() => import('../pages/projects-page'), 'ProjectsPage'),
})

const projectDefaults = { tab: 'board', sort: '-priority' } as const

const projectSearch = searchParams({
  tab: choice('board', 'list', 'overview'),
  q: text,
  priority: someOf(TASK_PRIORITIES),
  /** Ids of people; 0 stands for nobody. */
  assignee: ids,
  /** Order of the list. */
  sort: textOr(projectDefaults.sort),
})

const projectRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/projects/$projectId',
  params: idParam('projectId'),
  validateSearch: projectSearch,
  search: { middlewares: [stripSearchParams(projectDefaults)] },
  component: lazyRouteComponent(() => import('../pages/project-page'), 'ProjectPage'),
})

export const projectRoutes = [projectsRoute, projectRoute] as const
