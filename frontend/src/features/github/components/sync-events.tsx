import { useQuery } from '@tanstack/react-query'
import { History } from 'lucide-react'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Pagination } from '@/components/ui/pagination'
import type { SyncRepository } from '@/api/types'
import { QueryView } from '@/components/ui/query-view'
import { Select } from '@/components/ui/select'
import { syncEventsQuery } from '../api/sync'
import { outcomes } from '../sync-words'
import { SyncEventRow } from './sync-event-row'

const ALL = 'all'
const outcomeOptions = [
  { value: ALL, label: 'Everything' },
  ...Object.entries(outcomes).map(([value, { label }]) => ({ value, label })),
]

/** What the log is narrowed to. */
export interface SyncFilter {
  outcome?: string | undefined
  repository?: number | undefined
}

interface SyncEventsProps {
  page: number
  outcome: string | undefined
  repository: number | undefined
  repositories: readonly SyncRepository[]
  onFilter: (part: SyncFilter) => void
  onPage: (page: number) => void
}

/** What was done or not, to which task and issue, and why. */
export function SyncEvents(props: SyncEventsProps) {
  const { page, outcome, repository, onPage } = props
  const query = useQuery(syncEventsQuery({ page, outcome, repo_id: repository }))
  return (
    <Card title="What happened" flush actions={<Filters {...props} />}>
      <QueryView query={query} failure="What happened could not be loaded">
        {({ events, pagination }) =>
          events.length === 0 ? (
            <EmptyState icon={History} title="Nothing here" />
          ) : (
            <>
              <ul>
                {events.map((event) => (
                  <SyncEventRow key={event.id} event={event} />
                ))}
              </ul>
              <div className="px-4">
                <Pagination
                  noun="steps"
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

function Filters({ outcome, repository, repositories, onFilter }: SyncEventsProps) {
  const repositoryOptions = [
    { value: ALL, label: 'All repositories' },
    ...repositories.map(({ repo_id, repo_name }) => ({ value: String(repo_id), label: repo_name })),
  ]
  return (
    <div className="flex gap-2 max-sm:w-full">
      <Select
        aria-label="Repository"
        className="w-44 max-sm:w-auto max-sm:min-w-0 max-sm:flex-1"
        value={repository === undefined ? ALL : String(repository)}
        onChange={(next) => onFilter({ repository: next === ALL ? undefined : Number(next) })}
        options={repositoryOptions}
      />
      <Select
        aria-label="Outcome"
        className="w-36 max-sm:w-auto max-sm:min-w-0 max-sm:flex-1"
        value={outcome ?? ALL}
        onChange={(next) => onFilter({ outcome: next === ALL ? undefined : next })}
        options={outcomeOptions}
      />
    </div>
  )
}
