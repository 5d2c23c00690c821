import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { requireSession } from '../guards'
import { rootRoute } from './root'

/** Everything behind the sign-in, inside the shell. */
export const appRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'app',
  beforeLoad: requireSession,
  component: lazyRouteComponent(() => import('../shell/shell'), 'Shell'),
})
