import { SearchInput } from '@/components/ui/search-input'
import { SegmentedControl } from '@/components/ui/segmented-control'
import type { IssueQuery } from '../api/issues'

const states = [
  { value: 'open', label: 'Open' },
  { value: 'closed', label: 'Closed' },
  { value: 'all', label: 'All' },
] as const

interface IssueFiltersProps {
  search: IssueQuery
  onChange: (part: Partial<IssueQuery>) => void
}

export function IssueFilters({ search, onChange }: IssueFiltersProps) {
  return (
    <div className="flex flex-wrap gap-2">
      <SegmentedControl
        label="State"
        value={search.state}
        onChange={(state) => onChange({ state })}
        options={states}
      />
      <SearchInput
        label="Assignee, by GitHub name"
        placeholder="Assignee"
        className="sm:w-44"
        value={search.assignee ?? ''}
        onChange={(assignee) => onChange({ assignee: assignee || undefined })}
      />
      <SearchInput
        label="Labels, separated by commas"
        placeholder="Labels, with commas"
        className="sm:w-52"
        value={search.labels ?? ''}
        onChange={(labels) => onChange({ labels: labels || undefined })}
      />
    </div>
  )
}
