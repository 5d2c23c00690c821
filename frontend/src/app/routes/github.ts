import { createRoute, lazyRouteComponent, stripSearchParams } from '@tanstack/react-router'
import { choice, id, oneOf, page, searchParams, text } from '@/lib/search-params'
import { SYNC_DIRECTIONS, SYNC_OUTCOMES } from '@/api/labels'
import { appRoute } from './app'
import { idParam } from './params'

const githubSearch = searchParams({
  tab: choice('repositories', 'sync'),
  q: text,
  page,
  /** Which steps of the synchronisation. */
  outcome: oneOf(SYNC_OUTCOMES),
  direction: oneOf(SYNC_DIRECTIONS),
  /** And of which repository. */
  repository: id,
  /** Or of which task. */
  task: id,
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

const repositorySearch = searchParams({
  tab: choice('issues', 'pulls'),
  state: choice('open', 'closed', 'all'),
  page,
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
  validateSearch: searchParams({ github_username: text }),
  component: lazyRouteComponent(() => import('../pages/github-connected-page'), 'GithubConnectedPage'),
})

/** And here directly, when the OAuth application is set up with this address. */
const callbackRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/github/callback',
  validateSearch: searchParams({ code: text, state: text, error: text }),
  component: lazyRouteComponent(() => import('../pages/github-callback-page'), 'GithubCallbackPage'),
})

export const githubRoutes = [githubRoute, repositoryRoute, connectedRoute, callbackRoute] as const
