import { isComplete, statusLabels, TASK_STATUSES } from '@/api/labels'
import type { TaskStatus } from '@/api/types'
import type { FieldControl } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { StatusBadge } from './task-status'

const options = TASK_STATUSES.map((status) => ({
  value: status,
  label: statusLabels[status],
  content: <StatusBadge status={status} />,
}))

interface StatusSelectProps extends Partial<FieldControl> {
  value: TaskStatus
  onChange: (status: TaskStatus) => void
  disabled?: boolean
  defaultOpen?: boolean
  className?: string
  'aria-label'?: string
}

export function StatusSelect({ value, onChange, ...props }: StatusSelectProps) {
  return (
    <Select<TaskStatus>
      value={isComplete(value) ? 'done' : value}
      onChange={onChange}
      options={options}
      {...props}
    />
  )
}
