import { Link } from '@tanstack/react-router'
import type { DashboardTask } from '@/api/types'
import { Deadline } from '@/components/domain/deadline'
import { PriorityBadge } from '@/components/domain/task-priority'
import { StatusBadge } from '@/components/domain/task-status'
import { TimeAgo } from '@/components/domain/time-ago'

interface TaskRowsProps {
  tasks: readonly DashboardTask[]
  /** Which time matters here. */
  time: 'deadline' | 'updated'
}

export function TaskRows({ tasks, time }: TaskRowsProps) {
  return (
    <ul>
      {tasks.map((task) => (
        <li
          key={task.id}
          className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b px-4 py-2 last:border-0 hover:bg-hover"
        >
          <div className="min-w-0 flex-1 basis-48">
            <Link
              to="/tasks/$taskId"
              params={{ taskId: task.id }}
              className="block truncate font-medium hover:underline"
            >
              {task.title}
            </Link>
            <p className="truncate text-sm text-muted">{task.project_name ?? 'No project'}</p>
          </div>
          <PriorityBadge priority={task.priority} compact />
          <StatusBadge status={task.status} />
          {time === 'deadline' ? (
            <Deadline deadline={task.deadline} status={task.status} />
          ) : (
            <TimeAgo at={task.updated_at} className="text-sm whitespace-nowrap text-muted" />
          )}
        </li>
      ))}
    </ul>
  )
}
