import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Trash2 } from 'lucide-react'
import { useMemo, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Page } from '@/components/ui/page'
import { QueryView } from '@/components/ui/query-view'
import { formatDateTime } from '@/lib/time'
import { canDeleteReport } from '@/session/permissions'
import { useSession } from '@/session/session'
import { reportQuery } from '../api/reports'
import { readContent } from '../figures/content'
import { rangeLabels, typeLabels } from '../labels'
import { DeleteReport } from './delete-report'
import { ExportButtons } from './export-buttons'
import { ForeignReport } from './foreign-report'
import { ReportSheet } from './report-sheet'

/** A saved report, with the page around it. */
export function SavedReportView({ id }: { id: number }) {
  const session = useSession()
  const navigate = useNavigate()
  const [asking, setAsking] = useState(false)
  const [deleted, setDeleted] = useState(false)
  // A report that is being deleted is not asked for again on the way out.
  const query = useQuery({ ...reportQuery(id), enabled: !asking && !deleted })
  const report = query.data
  const content = useMemo(() => (report ? readContent(report) : null), [report])
  const title = report
    ? `${typeLabels[report.type]} report, ${rangeLabels[report.dateRange].toLowerCase()}`
    : 'Saved report'

  return (
    <Page
      title={title}
      description={report && `Saved ${formatDateTime(report.generatedAt)}`}
      actions={
        report && (
          <div className="flex flex-wrap gap-2 print:hidden">
            {content && <ExportButtons content={content} range={report.dateRange} />}
            {canDeleteReport(session, report) && (
              <Button onClick={() => setAsking(true)}>
                <Trash2 aria-hidden />
                Delete
              </Button>
            )}
          </div>
        )
      }
    >
      <QueryView query={query} failure="The report could not be loaded">
        {(known) => (content ? <ReportSheet content={content} /> : <ForeignReport report={known} />)}
      </QueryView>
      <DeleteReport
        id={asking ? id : null}
        onClose={() => setAsking(false)}
        onDeleted={() => {
          setDeleted(true)
          void navigate({ to: '/reports', search: { tab: 'saved' } })
        }}
      />
    </Page>
  )
}
