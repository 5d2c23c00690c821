import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '@/api/client'
import { ApiError } from '@/api/errors'
import { keys } from '@/api/keys'
import type { SystemSettings } from '@/api/types'

export function settingsQuery() {
  return queryOptions({
    queryKey: keys.admin.settings,
    queryFn: async ({ signal }) =>
      (await api.get<{ settings: SystemSettings }>('/admin/settings', { signal })).settings,
  })
}

/** What is left out keeps its value. */
export function useUpdateSettings() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (changes: Partial<SystemSettings>) =>
      (await api.put<{ settings: SystemSettings }>('/admin/settings', changes)).settings,
    onSuccess: (settings) => client.setQueryData(keys.admin.settings, settings),
  })
}

interface RetentionResult {
  message: string
  error?: string
  result: { audit_logs_deleted: number; projects_deleted: number }
}

export function useRunRetention() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async () => {
      const answer = await api.post<RetentionResult>('/admin/settings/retention/run')
      // A run that failed is answered with 200 and says so inside.
      if (answer.error) throw new ApiError({ status: 500, message: `${answer.message}: ${answer.error}` })
      return answer.result
    },
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: keys.admin.allAuditLogs }),
        client.invalidateQueries({ queryKey: keys.projects.all }),
      ]),
  })
}
