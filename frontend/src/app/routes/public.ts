import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { flag, searchParams, text } from '@/lib/search-params'
import { requireNoSession } from '../guards'
import { rootRoute } from './root'

const landingRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  beforeLoad: requireNoSession,
  component: lazyRouteComponent(() => import('../pages/landing-page'), 'LandingPage'),
})

const signInSearch = searchParams({ redirect: text, expired: flag })

const loginRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/login',
  validateSearch: signInSearch,
  beforeLoad: requireNoSession,
  component: lazyRouteComponent(() => import('../pages/sign-in-page'), 'SignInPage'),
})

const registerRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/register',
  validateSearch: searchParams({ redirect: text }),
  beforeLoad: requireNoSession,
  component: lazyRouteComponent(() => import('../pages/register-page'), 'RegisterPage'),
})

export const publicRoutes = [landingRoute, loginRoute, registerRoute] as const
