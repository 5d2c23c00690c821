import { useQuery } from '@tanstack/react-query'
import { ScrollText } from 'lucide-react'
import { useMemo } from 'react'
import type { AuditLog } from '@/api/types'
import { Person } from '@/components/domain/person'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { DataTable, type Column } from '@/components/ui/lazy-data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { Pagination } from '@/components/ui/pagination'
import { QueryView } from '@/components/ui/query-view'
import { formatDateTime } from '@/lib/time'
import { AUDIT_PER_PAGE, auditLogsQuery, type AuditFilter } from '../api/audit-logs'
import { actionInWords, resourceInWords } from '../audit-words'

interface AuditTableProps {
  filter: AuditFilter
  page: number
  /** The entry whose details are open. */
  entry: number | undefined
  onOpen: (id: number) => void
  onPage: (page: number) => void
  onClear: () => void
}

export function AuditTable({ filter, page, entry, onOpen, onPage, onClear }: AuditTableProps) {
  const columns = useColumns(onOpen)
  return (
    <QueryView query={useQuery(auditLogsQuery(filter, page))} failure="The audit log could not be loaded">
      {({ logs, total, pages, current_page: current }) =>
        logs.length === 0 ? (
          <EmptyState
            icon={ScrollText}
            title="No entries"
            action={<Button onClick={onClear}>Clear the filters</Button>}
          >
            Nothing was recorded that fits the filters.
          </EmptyState>
        ) : (
          <>
            <Card flush>
              <DataTable
                caption="Audit log"
                columns={columns}
                rows={logs}
                rowId={(log) => log.id}
                isSelected={(log) => log.id === entry}
              />
            </Card>
            <Pagination
              one="entry"
              many="entries"
              page={current}
              pages={pages}
              total={total}
              perPage={AUDIT_PER_PAGE}
              onChange={onPage}
            />
          </>
        )
      }
    </QueryView>
  )
}

function useColumns(onOpen: (id: number) => void) {
  return useMemo<Column<AuditLog>[]>(
    () => [
      {
        id: 'time',
        header: 'Time',
        meta: { className: 'text-muted max-sm:min-w-24 max-sm:text-sm sm:whitespace-nowrap' },
        cell: ({ row }) => (
          <time dateTime={row.original.created_at}>{formatDateTime(row.original.created_at)}</time>
        ),
      },
      {
        id: 'action',
        header: 'Action',
        cell: ({ row: { original: log } }) => (
          <Button variant="link" size="inline" onClick={() => onOpen(log.id)}>
            {actionInWords(log.action)}{' '}
            <span className="sr-only">at {formatDateTime(log.created_at)}, show details</span>
          </Button>
        ),
      },
      {
        id: 'actor',
        header: 'Actor',
        cell: ({ row: { original: log } }) => (
          <Person id={log.actor_user_id} name={log.actor_name} nobody="System" />
        ),
      },
      {
        id: 'resource',
        header: 'Resource',
        meta: { className: 'hidden sm:table-cell' },
        cell: ({ row }) => resourceInWords(row.original),
      },
    ],
    [onOpen],
  )
}
