import { useQuery } from '@tanstack/react-query'
import { RefreshCwOff } from 'lucide-react'
import { ApiError } from '@/api/errors'
import { EmptyState } from '@/components/ui/empty-state'
import { syncQuery } from '../api/sync'
import { SyncEvents, type SyncFilter } from './sync-events'
import { SyncRepositories } from './sync-repositories'

interface SynchronisationProps {
  page: number
  filter: SyncFilter
  onFilter: (part: SyncFilter) => void
  onPage: (page: number) => void
}

/** What was synchronised, when, and what failed. */
export function Synchronisation(props: SynchronisationProps) {
  const query = useQuery(syncQuery())
  if (query.error instanceof ApiError && query.error.status === 404) {
    return (
      <EmptyState icon={RefreshCwOff} title="This server keeps no record of synchronisation">
        Linked issues are kept in step all the same. A newer server shows here what it did and what failed.
      </EmptyState>
    )
  }
  return (
    <div className="grid gap-4">
      <SyncRepositories query={query} />
      <SyncEvents {...props} repositories={query.data ?? []} />
    </div>
  )
}
