import { createRoute, lazyRouteComponent, stripSearchParams } from '@tanstack/react-router'
import { choice, flag, id, ids, oneOf, page, searchParams, someOf, text, textOr } from '@/lib/search-params'
import { TASK_PRIORITIES, TASK_STATUSES } from '@/api/labels'
import { appRoute } from './app'
import { idParam } from './params'

const tasksDefaults = { page: 1, sort: '-updated_at' }

const tasksSearch = searchParams({
  page,
  sort: textOr(tasksDefaults.sort),
  q: text,
  status: someOf(TASK_STATUSES),
  priority: someOf(TASK_PRIORITIES),
  /** Ids of people; 0 stands for nobody. */
  assignee: ids,
  /** Who made it. */
  creator: id,
  project: id,
  overdue: flag,
  /** Due until the end of then, or already late. */
  due: oneOf(['today', 'week', 'month']),
})

const tasksRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/tasks',
  validateSearch: tasksSearch,
  search: { middlewares: [stripSearchParams(tasksDefaults)] },
  component: lazyRouteComponent(() => import('../pages/tasks-page'), 'TasksPage'),
})

const taskRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/tasks/$taskId',
  params: idParam('taskId'),
  validateSearch: searchParams({ tab: choice('comments', 'history') }),
  search: { middlewares: [stripSearchParams({ tab: 'comments' })] },
  component: lazyRouteComponent(() => import('../pages/task-page'), 'TaskPage'),
})

export const taskRoutes = [tasksRoute, taskRoute] as const
