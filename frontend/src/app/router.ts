import type { QueryClient } from '@tanstack/react-query'
import { createRouter, parseSearchWith, type RouterHistory } from '@tanstack/react-router'
import { NotFoundPage } from './pages/not-found-page'
import { PagePending } from './pages/page-pending'
import { RouteError } from './pages/route-error'
import { adminRoutes } from './routes/admin'
import { appRoute } from './routes/app'
import { dashboardRoutes } from './routes/dashboard'
import { githubRoutes } from './routes/github'
import { personalRoutes } from './routes/personal'
import { projectRoutes } from './routes/projects'
import { publicRoutes } from './routes/public'
import { reportRoutes } from './routes/reports'
import { rootRoute } from './routes/root'
import { taskRoutes } from './routes/tasks'

const routeTree = rootRoute.addChildren([
  ...publicRoutes,
  appRoute.addChildren([
    ...dashboardRoutes,
    ...projectRoutes,
    ...taskRoutes,
    ...reportRoutes,
    ...githubRoutes,
    ...adminRoutes,
    ...personalRoutes,
  ]),
])

/**
 * Reads numbers, lists and flags back from an address, but only what stays the same on the way: `1e21` or a
 * code of twenty digits is text.
 */
function parseSearchValue(text: string): unknown {
  const value: unknown = JSON.parse(text)
  return typeof value === 'number' && String(value) !== text ? text : value
}

/** The history is the browser's unless a test brings its own. */
export function createAppRouter(queryClient: QueryClient, history?: RouterHistory) {
  return createRouter({
    routeTree,
    parseSearch: parseSearchWith(parseSearchValue),
    context: { queryClient },
    ...(history && { history }),
    defaultPreload: 'intent',
    // Freshness is the query cache's business.
    defaultPreloadStaleTime: 0,
    scrollRestoration: true,
    defaultPendingMs: 200,
    defaultErrorComponent: RouteError,
    defaultNotFoundComponent: NotFoundPage,
    defaultPendingComponent: PagePending,
  })
}

export type AppRouter = ReturnType<typeof createAppRouter>

declare module '@tanstack/react-router' {
  interface Register {
    router: AppRouter
  }
}
