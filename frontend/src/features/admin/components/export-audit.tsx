import { FileDown } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { download } from '@/lib/download'
import { useExportAuditLogs, type AuditFilter } from '../api/audit-logs'

export function ExportAudit({ filter }: { filter: AuditFilter }) {
  const exportLogs = useExportAuditLogs()
  const name = `audit-log-${new Date().toISOString().slice(0, 10)}.csv`
  return (
    <Button
      pending={exportLogs.isPending}
      onClick={() => exportLogs.mutate(filter, { onSuccess: (file) => download(name, file) })}
    >
      <FileDown aria-hidden />
      Export CSV
    </Button>
  )
}
