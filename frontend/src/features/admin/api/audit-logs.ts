import { keepPreviousData, queryOptions, useMutation } from '@tanstack/react-query'
import { api } from '@/api/client'
import { keys } from '@/api/keys'
import type { AuditLog, AuditLogPage } from '@/api/types'

export interface AuditFilter {
  action?: string | undefined
  actor?: string | undefined
  /** Days, both included. */
  from?: string | undefined
  to?: string | undefined
}

export const AUDIT_PER_PAGE = 25

/** A moment of a day as the viewer counts days; what is no day, from a mistyped address, does not count. */
function instantOf(day: string | undefined, time: string): string | undefined {
  const instant = new Date(`${day}T${time}`)
  return Number.isNaN(instant.getTime()) ? undefined : instant.toISOString()
}

function toQuery({ from, to, ...rest }: AuditFilter) {
  return { ...rest, from: instantOf(from, '00:00:00'), to: instantOf(to, '23:59:59.999') }
}

export function auditLogsQuery(filter: AuditFilter, page: number, perPage = AUDIT_PER_PAGE) {
  const query = { ...toQuery(filter), page, per_page: perPage }
  return queryOptions({
    queryKey: keys.admin.auditLogs(query),
    queryFn: ({ signal }) => api.get<AuditLogPage>('/admin/audit-logs', { query, signal }),
    placeholderData: keepPreviousData,
  })
}

export function auditLogQuery(id: number) {
  return queryOptions({
    queryKey: keys.admin.auditLog(id),
    queryFn: async ({ signal }) =>
      (await api.get<{ log: AuditLog }>(`/admin/audit-logs/${id}`, { signal })).log,
    staleTime: Infinity,
  })
}

const EXPORT_TIMEOUT_MS = 120_000

/** Everything the filter lets through, as a file. */
export function useExportAuditLogs() {
  return useMutation({
    meta: { failure: 'The audit log was not exported' },
    mutationFn: (filter: AuditFilter) =>
      api.blob('/admin/audit-logs/export', { query: toQuery(filter), timeoutMs: EXPORT_TIMEOUT_MS }),
  })
}
