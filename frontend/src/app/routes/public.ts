import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { requireNoSession } from '../guards'
import { rootRoute } from './root'

const landingRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  beforeLoad: requireNoSession,
  component: lazyRouteComponent(() => import('../pages/landing-page'), 'LandingPage'),
})

const signInSearch = z.object({
  redirect: z.string().optional().catch(undefined),
  expired: z.boolean().optional().catch(undefined),
})

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
  validateSearch: signInSearch.pick({ redirect: true }),
  beforeLoad: requireNoSession,
  component: lazyRouteComponent(() => import('../pages/register-page'), 'RegisterPage'),
})

export const publicRoutes = [landingRoute, loginRoute, registerRoute] as const
