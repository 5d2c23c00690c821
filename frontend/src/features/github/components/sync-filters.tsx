import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import type { SyncRepository } from '@/api/types'
import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/select'
import { directionOptions, outcomeOptions } from '../sync-words'
import type { SyncFilter } from './sync-events'

const ALL = 'all'
const WIDTH = 'w-40 max-sm:w-[calc(50%-0.25rem)]'

interface SyncFiltersProps {
  filter: SyncFilter
  repositories: readonly SyncRepository[]
  onFilter: (part: SyncFilter) => void
  children?: ReactNode
}

/** A repository that is no longer synchronised can still be what an old link asks for. */
function repositoryOptions(repositories: readonly SyncRepository[], chosen: number | undefined) {
  const known = repositories.map(({ repo_id, repo_name }) => ({ value: String(repo_id), label: repo_name }))
  const isMissing = chosen !== undefined && !repositories.some(({ repo_id }) => repo_id === chosen)
  return isMissing ? [...known, { value: String(chosen), label: `Repository #${chosen}` }] : known
}

export function SyncFilters({ filter, repositories, onFilter, children }: SyncFiltersProps) {
  const { outcome, direction, repository, task } = filter
  return (
    <div className="flex flex-wrap items-center gap-2 border-b px-4 py-2.5">
      <Select
        aria-label="Repository"
        className={WIDTH}
        value={repository === undefined ? ALL : String(repository)}
        onChange={(next) => onFilter({ repository: next === ALL ? undefined : Number(next) })}
        options={[{ value: ALL, label: 'All repositories' }, ...repositoryOptions(repositories, repository)]}
      />
      <Select
        aria-label="Outcome"
        className={WIDTH}
        value={outcome ?? ALL}
        onChange={(next) => onFilter({ outcome: next === ALL ? undefined : next })}
        options={[{ value: ALL, label: 'Any outcome' }, ...outcomeOptions]}
      />
      <Select
        aria-label="Direction"
        className={WIDTH}
        value={direction ?? ALL}
        onChange={(next) => onFilter({ direction: next === ALL ? undefined : next })}
        options={[{ value: ALL, label: 'Both directions' }, ...directionOptions]}
      />
      {task !== undefined && (
        <Button onClick={() => onFilter({ task: undefined })}>
          Task #{task} only <span className="sr-only">, show all tasks</span>
          <X aria-hidden />
        </Button>
      )}
      {children}
    </div>
  )
}
