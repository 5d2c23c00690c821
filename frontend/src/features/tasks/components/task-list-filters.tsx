import { PersonPicker } from '@/components/domain/person-picker'
import { ProjectPicker } from '@/components/domain/project-picker'
import { AssigneeFilter, ClearFilters, PriorityFilter, StatusFilter } from '@/components/domain/task-filters'
import { SearchInput } from '@/components/ui/search-input'
import { Select } from '@/components/ui/select'
import { cn } from '@/lib/cn'
import { useSession } from '@/session/session'
import type { Due, TaskSearch } from '../query'

const FILTER_WIDTH = 'w-44 max-sm:w-[calc(50%-0.25rem)]'

type Deadlines = Due | 'any' | 'overdue'

const deadlineOptions: { value: Deadlines; label: string }[] = [
  { value: 'any', label: 'Any deadline' },
  { value: 'overdue', label: 'Overdue' },
  { value: 'today', label: 'Due by today' },
  { value: 'week', label: 'Due within 7 days' },
  { value: 'month', label: 'Due within 30 days' },
]

export function isListFiltered(search: TaskSearch): boolean {
  const { q, status, priority, assignee, creator, project, overdue, due } = search
  return Boolean(q || status || priority || assignee || creator || project !== undefined || overdue || due)
}

interface TaskListFiltersProps {
  search: TaskSearch
  onChange: (changes: Partial<TaskSearch>) => void
  onClear: () => void
}

export function TaskListFilters({ search, onChange, onClear }: TaskListFiltersProps) {
  const { q, status, priority, assignee, creator, project, overdue, due } = search
  const me = useSession().user.id
  return (
    <div className="mb-3 flex flex-wrap items-center gap-2">
      <SearchInput
        label="Search tasks"
        value={q ?? ''}
        onChange={(text) => onChange({ q: text || undefined })}
      />
      <StatusFilter value={status} onChange={(next) => onChange({ status: next })} />
      <PriorityFilter value={priority} onChange={(next) => onChange({ priority: next })} />
      <AssigneeFilter value={assignee} onChange={(next) => onChange({ assignee: next })} />
      <PersonPicker
        aria-label="Filter by creator"
        className={cn(FILTER_WIDTH, creator === undefined && 'text-faint')}
        nobody="Any creator"
        me={me}
        value={creator ?? null}
        onChange={(id) => onChange({ creator: id ?? undefined })}
      />
      <ProjectPicker
        aria-label="Filter by project"
        className={cn(FILTER_WIDTH, project === undefined && 'text-faint')}
        none="Any project"
        value={project ?? null}
        onChange={(id) => onChange({ project: id ?? undefined })}
      />
      <Select<Deadlines>
        aria-label="Filter by deadline"
        className={cn(FILTER_WIDTH, !overdue && !due && 'text-faint')}
        value={overdue ? 'overdue' : (due ?? 'any')}
        options={deadlineOptions}
        onChange={(next) =>
          onChange({
            overdue: next === 'overdue' || undefined,
            due: next === 'any' || next === 'overdue' ? undefined : next,
          })
        }
      />
      {isListFiltered(search) && <ClearFilters onClear={onClear} />}
    </div>
  )
}
