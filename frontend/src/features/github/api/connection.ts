import { queryOptions, useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { api } from '@/api/client'
import { keys } from '@/api/keys'
import type { GithubStatus } from '@/api/types'

export function githubStatusQuery() {
  return queryOptions({
    queryKey: keys.github.status,
    queryFn: ({ signal }) => api.get<GithubStatus>('/github/status', { signal }),
  })
}

/** Another account sees other repositories, so all that came from GitHub is loaded again. */
function reloadEverything(client: QueryClient) {
  void client.invalidateQueries({ queryKey: keys.github.all })
  void client.invalidateQueries({ queryKey: keys.session })
}

/** Leads to GitHub's page of consent; GitHub sends people back. */
export function useConnectGithub() {
  return useMutation({
    meta: { failure: 'GitHub could not be connected' },
    mutationFn: () => api.post<{ authorization_url: string }>('/github/connect', {}),
    onSuccess: ({ authorization_url: address }) => window.location.assign(address),
  })
}

export function useDisconnectGithub() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => api.post('/github/disconnect'),
    onSuccess: () => {
      client.setQueryData<GithubStatus>(keys.github.status, {
        connected: false,
        username: null,
        github_username: null,
      })
      reloadEverything(client)
    },
  })
}

interface Connected {
  github_username: string
}

/** Hands over what GitHub sent along. The server repeats its answer, so asking twice does no harm. */
export function githubCallbackQuery(client: QueryClient, code: string, state: string) {
  return queryOptions({
    queryKey: ['github-callback', state, code],
    queryFn: async () => {
      const connected = await api.post<Connected>('/github/callback', { code, state })
      reloadEverything(client)
      return connected
    },
    retry: false,
    staleTime: Infinity,
  })
}
