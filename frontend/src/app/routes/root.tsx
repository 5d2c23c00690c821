import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, Outlet } from '@tanstack/react-router'
import { useFocusOnNavigation } from '../shell/use-focus-on-navigation'

function Root() {
  useFocusOnNavigation()
  return <Outlet />
}

export const rootRoute = createRootRouteWithContext<{ queryClient: QueryClient }>()({ component: Root })
