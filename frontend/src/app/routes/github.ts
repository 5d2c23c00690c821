import { createRoute, lazyRouteComponent, stripSearchParams } from '@tanstack/react-router'
import { z } from 'zod'
import { appRoute } from './app'
import { idParam } from './params'

const text = z.string().optional().catch(undefined)

const githubSearch = z.object({
  tab: z.enum(['repositories', 'sync']).default('repositories').catch('repositories'),
  q: text,
  page: z.number().int().min(1).default(1).catch(1),
  /** Set by the server when somebody declined at GitHub. */
  error: text,
})

const githubRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/github',
  validateSearch: githubSearch,
  search: { middlewares: [stripSearchParams({ tab: 'repositories', page: 1 })] },
  component: lazyRouteComponent(() => import('../pages/github-page'), 'GithubPage'),
})

const repositoryDefaults = { tab: 'issues', state: 'open', page: 1 } as const

const repositorySearch = z.object({
  tab: z.enum(['issues', 'pulls']).default('issues').catch('issues'),
  state: z.enum(['open', 'closed', 'all']).default('open').catch('open'),
  page: z.number().int().min(1).default(1).catch(1),
  assignee: text,
  labels: text,
})

const repositoryRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/github/repositories/$repositoryId',
  params: idParam('repositoryId'),
  validateSearch: repositorySearch,
  search: { middlewares: [stripSearchParams(repositoryDefaults)] },
  component: lazyRouteComponent(() => import('../pages/repository-page'), 'RepositoryPage'),
})

/** GitHub sends people here through the server, with the outcome in the address. */
const connectedRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/github/connected',
  validateSearch: z.object({ github_username: text }),
  component: lazyRouteComponent(() => import('../pages/github-connected-page'), 'GithubConnectedPage'),
})

/** And here directly, when the OAuth application is set up with this address. */
const callbackRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/github/callback',
  validateSearch: z.object({ code: text, state: text, error: text }),
  component: lazyRouteComponent(() => import('../pages/github-callback-page'), 'GithubCallbackPage'),
})

export const githubRoutes = [githubRoute, repositoryRoute, connectedRoute, callbackRoute] as const
