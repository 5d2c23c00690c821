import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '@/api/client'
import { keys } from '@/api/keys'
import type { Pagination, Report, ReportRange } from '@/api/types'
import type { ReportContent } from '../figures/content'

/** A page holds whole reports, so it is short. */
const PER_PAGE = 20

export interface ReportPage {
  reports: Report[]
  pagination: Pagination
}

/** Saved reports of everybody, newest first. */
export function reportsQuery(page: number) {
  const query = { page, per_page: PER_PAGE }
  return queryOptions({
    queryKey: keys.reports.list(query),
    queryFn: ({ signal }) => api.get<ReportPage>('/reports', { query, signal }),
    placeholderData: keepPreviousData,
  })
}

export function reportQuery(id: number) {
  return queryOptions({
    queryKey: keys.reports.detail(id),
    queryFn: async ({ signal }) => (await api.get<{ report: Report }>(`/reports/${id}`, { signal })).report,
  })
}

export function useSaveReport() {
  const client = useQueryClient()
  return useMutation({
    meta: { failure: 'The report was not saved' },
    mutationFn: async ({ content, range }: { content: ReportContent; range: ReportRange }) => {
      const { type, summary, rows } = content
      const body = { report_type: type, date_range: range, summary, details: rows }
      return (await api.post<{ report: Report }>('/reports', body)).report
    },
    onSuccess: (report) => {
      client.setQueryData(keys.reports.detail(report.id), report)
      return client.invalidateQueries({ queryKey: [...keys.reports.all, 'list'] })
    },
  })
}

export function useDeleteReport() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: number) => api.delete(`/reports/${id}`),
    onSuccess: (_answer, id) => {
      client.removeQueries({ queryKey: keys.reports.detail(id) })
      return client.invalidateQueries({ queryKey: [...keys.reports.all, 'list'] })
    },
  })
}
