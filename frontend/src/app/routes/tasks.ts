import { createRoute, lazyRouteComponent, stripSearchParams } from '@tanstack/react-router'
import { z } from 'zod'
import { TASK_PRIORITIES, TASK_STATUSES } from '@/api/labels'
import { appRoute } from './app'
import { idParam } from './params'

const tasksDefaults = { page: 1, sort: '-updated_at' }

const tasksSearch = z.object({
  page: z.number().int().min(1).default(tasksDefaults.page).catch(tasksDefaults.page),
  sort: z.string().default(tasksDefaults.sort).catch(tasksDefaults.sort),
  q: z.string().optional().catch(undefined),
  status: z.array(z.enum(TASK_STATUSES)).optional().catch(undefined),
  priority: z.array(z.enum(TASK_PRIORITIES)).optional().catch(undefined),
  assignee: z.array(z.number().int()).optional().catch(undefined),
  project: z.number().int().optional().catch(undefined),
  overdue: z.boolean().optional().catch(undefined),
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
  component: lazyRouteComponent(() => import('../pages/task-page'), 'TaskPage'),
})

export const taskRoutes = [tasksRoute, taskRoute] as const
