import { createRoute, lazyRouteComponent, stripSearchParams } from '@tanstack/react-router'
import { choice, searchParams } from '@/lib/search-params'
import { appRoute } from './app'

const notificationsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/notifications',
  validateSearch: searchParams({ show: choice('all', 'unread') }),
  search: { middlewares: [stripSearchParams({ show: 'all' })] },
  component: lazyRouteComponent(() => import('../pages/notifications-page'), 'NotificationsPage'),
})

const profileRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/profile',
  component: lazyRouteComponent(() => import('../pages/profile-page'), 'ProfilePage'),
})

export const personalRoutes = [notificationsRoute, profileRoute] as const
