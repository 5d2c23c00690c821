import type { QueryClient } from '@tanstack/react-query'

const clients = new Set<QueryClient>()

/** Remembers a cache that a test works with, so that it can be emptied when the test is over. */
export function remember(client: QueryClient): QueryClient {
  clients.add(client)
  return client
}

/** Gives up what is being loaded. Changes on their way are left to arrive. */
export function stopLoading() {
  for (const client of clients) client.getQueryCache().clear()
}

export function changesUnderWay(): number {
  return [...clients].reduce((sum, client) => sum + client.isMutating(), 0)
}

export function forgetClients() {
  for (const client of clients) client.clear()
  clients.clear()
}
