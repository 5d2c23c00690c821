import { queryOptions } from '@tanstack/react-query'
import { api } from '@/api/client'
import { keys } from '@/api/keys'
import type { GithubConfig } from '@/api/types'

/** What of the OAuth application the server was given when it started. */
export function configQuery() {
  return queryOptions({
    queryKey: keys.github.config,
    queryFn: ({ signal }) => api.get<GithubConfig>('/github/config-check', { signal }),
  })
}
