import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { Announcer } from '@/components/ui/announcer'
import { TooltipProvider } from '@/components/ui/tooltip'
import { createAppQueryClient } from './query-client'
import { createAppRouter } from './router'
import { watchSession } from './watch-session'

const queryClient = createAppQueryClient()
const router = createAppRouter(queryClient)
watchSession(router, queryClient)

export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <TooltipProvider delayDuration={400}>
        <RouterProvider router={router} />
        <Announcer />
      </TooltipProvider>
    </QueryClientProvider>
  )
}
