import { FilterX } from 'lucide-react'
import { NOBODY } from '@/api/tasks/filter'
import { priorityLabels, statusLabels, TASK_PRIORITIES, TASK_STATUSES } from '@/api/labels'
import type { TaskPriority, TaskStatus } from '@/api/types'
import { Button } from '@/components/ui/button'
import { Combobox } from '@/components/ui/combobox'
import { Person } from './person'
import { usePeopleOptions } from './person-picker'
import { PriorityBadge } from './task-priority'
import { StatusBadge } from './task-status'

interface FilterProps<T> {
  /** None chosen means no limit. */
  value: T[] | undefined
  onChange: (value: T[] | undefined) => void
}

function toggled<T>(value: T[] | undefined, item: T): T[] | undefined {
  const next = value?.includes(item) ? value.filter((each) => each !== item) : [...(value ?? []), item]
  return next.length > 0 ? next : undefined
}

const statusOptions = TASK_STATUSES.map((status) => ({
  value: status,
  label: statusLabels[status],
  content: <StatusBadge status={status} />,
}))

export function StatusFilter({ value, onChange }: FilterProps<TaskStatus>) {
  return (
    <Combobox
      multiple
      aria-label="Filter by status"
      placeholder="Any status"
      searchPlaceholder="Search statuses"
      className="w-40 max-sm:w-[calc(50%-0.25rem)]"
      options={statusOptions}
      selected={value ?? []}
      onSelect={(status) => onChange(toggled(value, status))}
    />
  )
}

const priorityOptions = TASK_PRIORITIES.map((priority) => ({
  value: priority,
  label: priorityLabels[priority],
  content: <PriorityBadge priority={priority} />,
}))

export function PriorityFilter({ value, onChange }: FilterProps<TaskPriority>) {
  return (
    <Combobox
      multiple
      aria-label="Filter by priority"
      placeholder="Any priority"
      searchPlaceholder="Search priorities"
      className="w-40 max-sm:w-[calc(50%-0.25rem)]"
      options={priorityOptions}
      selected={value ?? []}
      onSelect={(priority) => onChange(toggled(value, priority))}
    />
  )
}

const nobody = {
  value: NOBODY,
  label: 'Unassigned',
  keywords: ['nobody', 'none'],
  content: <Person id={null} name={null} />,
}

export function AssigneeFilter({ value, onChange }: FilterProps<number>) {
  const { options: people, source } = usePeopleOptions()
  return (
    <Combobox
      multiple
      aria-label="Filter by assignee"
      placeholder="Anybody"
      searchPlaceholder="Search people"
      className="w-44 max-sm:w-[calc(50%-0.25rem)]"
      options={[nobody, ...people]}
      source={source}
      selected={value ?? []}
      onSelect={(id) => onChange(toggled(value, id))}
    />
  )
}

export function ClearFilters({ onClear }: { onClear: () => void }) {
  return (
    <Button variant="ghost" onClick={onClear}>
      <FilterX aria-hidden />
      Clear filters
    </Button>
  )
}
