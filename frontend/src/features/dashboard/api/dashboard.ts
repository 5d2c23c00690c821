import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api } from '@/api/client'
import { keys } from '@/api/keys'
import type { AdminDashboard, ClientDashboard } from '@/api/types'

/** What waits for the caller. Not for admins. */
export function clientDashboardQuery() {
  return queryOptions({
    queryKey: keys.dashboard.client(),
    queryFn: ({ signal }) => api.get<ClientDashboard>('/dashboard/client', { signal }),
  })
}

export type OverviewRange = 'week' | 'month' | 'quarter'

/** Everything in figures, with the change against the range before. For managers. */
export function adminDashboardQuery(range: OverviewRange) {
  return queryOptions({
    queryKey: keys.dashboard.admin(range),
    queryFn: ({ signal }) =>
      api.get<AdminDashboard>('/dashboard/admin', { query: { timeRange: range }, signal }),
    placeholderData: keepPreviousData,
  })
}
