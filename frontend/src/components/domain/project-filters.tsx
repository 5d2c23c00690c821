import { isFiltered, type TaskFilter } from '@/api/tasks/filter'
import { SearchInput } from '@/components/ui/search-input'
import { AssigneeFilter, ClearFilters, PriorityFilter } from './task-filters'

interface ProjectFiltersProps {
  filter: TaskFilter
  onChange: (changes: Partial<TaskFilter>) => void
}

/** Narrows what a project's board and list show. */
export function ProjectFilters({ filter, onChange }: ProjectFiltersProps) {
  return (
    <div className="flex flex-wrap items-center gap-2">
      <SearchInput
        label="Search the project’s tasks"
        value={filter.q ?? ''}
        onChange={(text) => onChange({ q: text || undefined })}
      />
      <AssigneeFilter value={filter.assignee} onChange={(assignee) => onChange({ assignee })} />
      <PriorityFilter value={filter.priority} onChange={(priority) => onChange({ priority })} />
      {isFiltered(filter) && (
        <ClearFilters onClear={() => onChange({ q: undefined, assignee: undefined, priority: undefined })} />
      )}
    </div>
  )
}
