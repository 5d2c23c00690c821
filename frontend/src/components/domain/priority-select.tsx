import { priorityLabels, TASK_PRIORITIES } from '@/api/labels'
import type { TaskPriority } from '@/api/types'
import type { FieldControl } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { PriorityBadge } from './task-priority'

const options = TASK_PRIORITIES.map((priority) => ({
  value: priority,
  label: priorityLabels[priority],
  content: <PriorityBadge priority={priority} />,
}))

interface PrioritySelectProps extends Partial<FieldControl> {
  value: TaskPriority
  onChange: (priority: TaskPriority) => void
  disabled?: boolean
  className?: string
  'aria-label'?: string
}

export function PrioritySelect(props: PrioritySelectProps) {
  return <Select<TaskPriority> options={options} {...props} />
}
