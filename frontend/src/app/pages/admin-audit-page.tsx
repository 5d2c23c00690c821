import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'
import { Page } from '@/components/ui/page'
import { AuditEntry } from '@/features/admin/components/audit-entry'
import { AuditFilters } from '@/features/admin/components/audit-filters'
import { AuditTable } from '@/features/admin/components/audit-table'
import { ExportAudit } from '@/features/admin/components/export-audit'

const route = getRouteApi('/app/admin/audit')

export function AdminAuditPage() {
  const { page, entry, ...filter } = route.useSearch()
  const navigate = useNavigate({ from: '/admin/audit' })
  const change = useCallback(
    (part: Partial<ReturnType<typeof route.useSearch>>) =>
      void navigate({ search: (old) => ({ ...old, ...part }), replace: true }),
    [navigate],
  )
  const open = useCallback((id: number) => change({ entry: id }), [change])
  return (
    <Page title="Audit log" description="Who did what, and when." actions={<ExportAudit filter={filter} />}>
      <div className="grid gap-3">
        <AuditFilters filter={filter} onChange={(part) => change({ page: 1, ...part })} />
        <AuditTable
          filter={filter}
          page={page}
          entry={entry}
          onOpen={open}
          onPage={(next) => change({ page: next })}
          onClear={() => void navigate({ search: {}, replace: true })}
        />
      </div>
      <AuditEntry id={entry} onClose={() => change({ entry: undefined })} />
    </Page>
  )
}
