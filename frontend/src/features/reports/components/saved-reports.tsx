import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { FileChartColumn, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { Report } from '@/api/types'
import { usersQuery } from '@/api/users'
import { TimeAgo } from '@/components/domain/time-ago'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { IconButton } from '@/components/ui/icon-button'
import { Pagination } from '@/components/ui/pagination'
import { QueryView } from '@/components/ui/query-view'
import '@/lib/last-focus'
import { canDeleteReport } from '@/session/permissions'
import { useSession } from '@/session/session'
import { reportsQuery } from '../api/reports'
import { rangeLabels, typeLabels } from '../labels'
import { DeleteReport } from './delete-report'

interface SavedReportsProps {
  page: number
  onPage: (page: number) => void
}

/** What was saved, by anybody. */
export function SavedReports({ page, onPage }: SavedReportsProps) {
  const [deleting, setDeleting] = useState<number | null>(null)
  return (
    <QueryView query={useQuery(reportsQuery(page))} failure="The saved reports could not be loaded">
      {({ reports, pagination }) =>
        pagination.total === 0 ? (
          <EmptyState icon={FileChartColumn} title="No saved reports yet">
            Open a report and choose “Save report” to keep it as it is.
          </EmptyState>
        ) : (
          <>
            <Card flush>
              <ul>
                {reports.map((report) => (
                  <SavedReport key={report.id} report={report} onDelete={() => setDeleting(report.id)} />
                ))}
              </ul>
            </Card>
            <Pagination
              one="report"
              page={pagination.page}
              pages={pagination.pages}
              total={pagination.total}
              perPage={pagination.per_page}
              onChange={onPage}
            />
            <DeleteReport id={deleting} onClose={() => setDeleting(null)} />
          </>
        )
      }
    </QueryView>
  )
}

function SavedReport({ report, onDelete }: { report: Report; onDelete: () => void }) {
  const session = useSession()
  const { data: users } = useQuery(usersQuery())
  const author = users?.find((user) => user.id === report.user_id)?.name
  const title = `${typeLabels[report.type]}, ${rangeLabels[report.dateRange].toLowerCase()}`
  return (
    <li className="flex items-center gap-3 border-b px-4 py-2 last:border-0 hover:bg-hover">
      <div className="min-w-0 flex-1">
        <Link
          to="/reports/$reportId"
          params={{ reportId: report.id }}
          className="font-medium hover:underline"
        >
          {title}
        </Link>
        <p className="text-sm text-muted">
          <TimeAgo at={report.generatedAt} />
          {author && ` by ${author}`}
        </p>
      </div>
      {canDeleteReport(session, report) && (
        <IconButton label={`Delete report ${title}`} onClick={onDelete}>
          <Trash2 aria-hidden />
        </IconButton>
      )}
    </li>
  )
}
