import { useQuery } from '@tanstack/react-query'
import { History } from 'lucide-react'
import type { ReactNode } from 'react'
import { ClearFilters } from '@/components/domain/task-filters'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Pagination } from '@/components/ui/pagination'
import type { SyncDirection, SyncOutcome, SyncRepository } from '@/api/types'
import { QueryView } from '@/components/ui/query-view'
import { syncEventsQuery } from '../api/sync'
import { SyncEventRow } from './sync-event-row'
import { SyncFilters } from './sync-filters'

/** What the log is narrowed to. */
export interface SyncFilter {
  outcome?: SyncOutcome | undefined
  direction?: SyncDirection | undefined
  repository?: number | undefined
  task?: number | undefined
}

interface SyncEventsProps {
  page: number
  filter: SyncFilter
  repositories: readonly SyncRepository[]
  onFilter: (part: SyncFilter) => void
  onPage: (page: number) => void
}

const noFilter: SyncFilter = {
  outcome: undefined,
  direction: undefined,
  repository: undefined,
  task: undefined,
}

function isFiltered(filter: SyncFilter): boolean {
  return Object.values(filter).some((value) => value !== undefined)
}

/** What was done or not, to which task and issue, and why. */
export function SyncEvents(props: SyncEventsProps) {
  const { page, filter, onFilter, onPage } = props
  const { outcome, direction, repository, task } = filter
  const query = useQuery(syncEventsQuery({ page, outcome, direction, repo_id: repository, task_id: task }))
  const clear = isFiltered(filter) ? <ClearFilters onClear={() => onFilter(noFilter)} /> : undefined
  return (
    <Card title="What happened" flush>
      <SyncFilters {...props}>{clear}</SyncFilters>
      <QueryView query={query} failure="What happened could not be loaded">
        {({ events, pagination }) =>
          events.length === 0 ? (
            <NothingHappened page={page} clear={clear} onFirst={() => onPage(1)} />
          ) : (
            <>
              <ul>
                {events.map((event) => (
                  <SyncEventRow key={event.id} event={event} />
                ))}
              </ul>
              <div className="px-4">
                <Pagination
                  one="step"
                  page={pagination.page}
                  pages={pagination.pages}
                  total={pagination.total}
                  perPage={pagination.per_page}
                  onChange={onPage}
                />
              </div>
            </>
          )
        }
      </QueryView>
    </Card>
  )
}

function NothingHappened(props: { page: number; clear: ReactNode; onFirst: () => void }) {
  if (props.page > 1) {
    return (
      <EmptyState
        icon={History}
        title="This page is empty"
        action={<Button onClick={props.onFirst}>Go to the first page</Button>}
      />
    )
  }
  return props.clear ? (
    <EmptyState icon={History} title="Nothing here" action={props.clear}>
      Nothing was recorded that fits the filters.
    </EmptyState>
  ) : (
    <EmptyState icon={History} title="Nothing has happened yet">
      What is done at a linked issue or task appears here.
    </EmptyState>
  )
}
