import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '@/api/client'
import { keys } from '@/api/keys'
import type { PullRequestRules } from '@/api/types'

const path = (repositoryId: number) => `/github/repositories/${repositoryId}/pull-request-rules`

export function rulesQuery(repositoryId: number) {
  return queryOptions({
    queryKey: keys.github.rules(repositoryId),
    queryFn: async ({ signal }) =>
      (await api.get<{ rules: PullRequestRules }>(path(repositoryId), { signal })).rules,
  })
}

export function useChangeRules(repositoryId: number) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (rules: PullRequestRules) => api.put<{ rules: PullRequestRules }>(path(repositoryId), rules),
    onSuccess: ({ rules }) => client.setQueryData(keys.github.rules(repositoryId), rules),
  })
}
