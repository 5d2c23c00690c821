import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '@/api/client'
import { keys } from '@/api/keys'
import type { GithubRepository, WebhookPing } from '@/api/types'

const TIMEOUT_MS = 120_000

/** Every repository of the caller and those an admin tracks. GitHub cannot search among them, so all are loaded. */
export function repositoriesQuery() {
  const query = { per_page: 100, all_pages: true, include_activity: false }
  return queryOptions({
    queryKey: keys.github.repositories(query),
    queryFn: async ({ signal }) =>
      (
        await api.get<{ repositories: GithubRepository[] }>('/github/repositories', {
          query,
          signal,
          timeoutMs: TIMEOUT_MS,
        })
      ).repositories,
    staleTime: 5 * 60_000,
  })
}

export interface TrackedRepository {
  repository_name: string
  repository_url: string
  webhook_secret?: string
}

export function useTrackRepository() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (repository: TrackedRepository) =>
      api.post<{ repository: { id: number; name: string } }>('/github/repositories', repository),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.github.all }),
  })
}

/** Registers the webhook at GitHub with a secret of the server's making, and tests it. */
export function useSetUpWebhook() {
  const client = useQueryClient()
  return useMutation({
    meta: { failure: 'The webhook was not set up' },
    mutationFn: (repositoryId: number) =>
      api.post<{ webhook: { ping: WebhookPing } }>(`/github/repositories/${repositoryId}/webhook`),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.github.allSync }),
  })
}
