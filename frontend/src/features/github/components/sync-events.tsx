import { useQuery } from '@tanstack/react-query'
import { History } from 'lucide-react'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Pagination } from '@/components/ui/pagination'
import { QueryView } from '@/components/ui/query-view'
import { Select } from '@/components/ui/select'
import { syncEventsQuery } from '../api/sync'
import { outcomes } from '../sync-words'
import { SyncEventRow } from './sync-event-row'

const options = [
  { value: 'all', label: 'Everything' },
  ...Object.entries(outcomes).map(([value, { label }]) => ({ value, label })),
]

interface SyncEventsProps {
  page: number
  outcome: string | undefined
  onOutcome: (outcome: string | undefined) => void
  onPage: (page: number) => void
}

/** What was done or not, to which task and issue, and why. */
export function SyncEvents({ page, outcome, onOutcome, onPage }: SyncEventsProps) {
  const query = useQuery(syncEventsQuery({ page, outcome }))
  return (
    <Card
      title="What happened"
      flush
      actions={
        <Select
          aria-label="Outcome"
          className="w-36"
          value={outcome ?? 'all'}
          onChange={(next) => onOutcome(next === 'all' ? undefined : next)}
          options={options}
        />
      }
    >
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
