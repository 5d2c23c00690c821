import { QueryClientProvider, type QueryClient } from '@tanstack/react-query'
import { createMemoryHistory, RouterProvider } from '@tanstack/react-router'
import { render } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import type { ReactNode } from 'react'
import { createAppQueryClient } from '@/app/query-client'
import { createAppRouter } from '@/app/router'
import { keys } from '@/api/keys'
import { Announcer } from '@/components/ui/announcer'
import { TooltipProvider } from '@/components/ui/tooltip'
import type { Session } from '@/session/session'
import { remember } from './clients'

// Compiling a page takes seconds on a busy machine; no test should spend its patience on that.
await Promise.all(Object.values(import.meta.glob('../app/pages/*-page.tsx')).map((load) => load()))

/** A cache like the app's that never retries, so that a test sees the first failure. */
export function aQueryClient(session?: Session): QueryClient {
  const client = remember(createAppQueryClient())
  client.setDefaultOptions({ queries: { ...client.getDefaultOptions().queries, retry: false } })
  if (session) client.setQueryData(keys.session, session)
  return client
}

export function Providers({ client, children }: { client: QueryClient; children: ReactNode }) {
  return (
    <QueryClientProvider client={client}>
      <TooltipProvider>
        {children}
        <Announcer />
      </TooltipProvider>
    </QueryClientProvider>
  )
}

/** Renders one component as somebody would meet it on a page. */
export function renderComponent(ui: ReactNode, { session }: { session?: Session } = {}) {
  const client = aQueryClient(session)
  const user = userEvent.setup()
  return { client, user, ...render(<Providers client={client}>{ui}</Providers>) }
}

/** Opens a page of the whole app, as the given person or as a stranger. */
export function openPage(path: string, { session }: { session?: Session } = {}) {
  const client = aQueryClient(session)
  const router = createAppRouter(client, createMemoryHistory({ initialEntries: [path] }))
  const user = userEvent.setup()
  const view = render(
    <Providers client={client}>
      <RouterProvider router={router} />
    </Providers>,
  )
  return { client, router, user, ...view }
}

/** What axe finds wrong, as readable lines. Contrast needs a browser and is checked there and by the tokens' test. */
export async function accessibilityProblems(root: Element = document.body): Promise<string[]> {
  const { violations } = await axe.run(root, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
    rules: { 'color-contrast': { enabled: false } },
  })
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)
}
