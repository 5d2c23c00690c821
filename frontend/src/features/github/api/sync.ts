import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '@/api/client'
import { keys } from '@/api/keys'
import type { SyncEventPage, SyncRepository } from '@/api/types'

const RELOAD_MS = 30_000
const PER_PAGE = 25

export interface SyncEventQuery {
  page: number
  outcome?: string | undefined
  direction?: string | undefined
  repo_id?: number | undefined
  task_id?: number | undefined
}

export function syncQuery() {
  return queryOptions({
    queryKey: keys.github.sync(),
    queryFn: async ({ signal }) =>
      (await api.get<{ repositories: SyncRepository[] }>('/github/sync', { signal })).repositories,
    refetchInterval: RELOAD_MS,
  })
}

export function syncEventsQuery(search: SyncEventQuery) {
  const query = { ...search, per_page: PER_PAGE }
  return queryOptions({
    queryKey: keys.github.syncEvents(query),
    queryFn: ({ signal }) => api.get<SyncEventPage>('/github/sync/events', { query, signal }),
    placeholderData: keepPreviousData,
    refetchInterval: RELOAD_MS,
  })
}

/** Tries once more, or says that it does not matter. */
export function useSettleEvent(what: 'retry' | 'ignore') {
  const client = useQueryClient()
  return useMutation({
    meta: { failure: what === 'retry' ? 'It could not be tried again' : 'It could not be set aside' },
    mutationFn: (id: number) => api.post(`/github/sync/events/${id}/${what}`),
    onSettled: () => client.invalidateQueries({ queryKey: keys.github.allSync }),
  })
}
