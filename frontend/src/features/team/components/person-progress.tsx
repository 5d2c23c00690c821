import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { UserFull, UserProgress } from '@/api/types'
import { RoleBadge } from '@/components/domain/role-badge'
import { StatusBadge } from '@/components/domain/task-status'
import { Avatar } from '@/components/ui/avatar'
import { Progress } from '@/components/ui/progress'
import { QueryView } from '@/components/ui/query-view'
import { SkeletonRows } from '@/components/ui/skeleton'
import { progressQuery } from '../api/progress'

interface PersonProgressProps {
  user: UserFull
  /** What can be done for the person. */
  children?: ReactNode
}

/** How one person is getting on. */
export function PersonProgress({ user, children }: PersonProgressProps) {
  return (
    <article aria-label={user.name} className="rounded-card border bg-surface shadow-raised">
      <header className="flex items-center gap-3 border-b px-4 py-3">
        <Avatar name={user.name} id={user.id} size="lg" />
        <div className="min-w-0 flex-1">
          <div className="flex items-center gap-2">
            <h2 className="truncate text-base">{user.name}</h2>
            <RoleBadge role={user.role} />
          </div>
          <p className="truncate text-sm text-muted">{user.email}</p>
        </div>
        {children}
      </header>
      <div className="p-4">
        <QueryView
          query={useQuery(progressQuery(user.id))}
          failure="The progress could not be loaded"
          skeleton={<SkeletonRows rows={3} label={`Loading the progress of ${user.name}`} />}
        >
          {(progress) => <Figures progress={progress} />}
        </QueryView>
      </div>
    </article>
  )
}

function Figures({ progress }: { progress: UserProgress }) {
  if (progress.total_tasks === 0) return <p className="text-muted">No tasks assigned.</p>
  return (
    <div className="grid gap-3">
      <dl className="grid grid-cols-4 gap-2 text-center">
        <Figure label="Active" value={progress.active_tasks} />
        <Figure label="Done" value={progress.completed_tasks} />
        <Figure label="Due soon" value={progress.due_soon} />
        <Figure label="All" value={progress.total_tasks} />
      </dl>
      <Progress label={`Mean progress of ${progress.name}`} value={progress.avg_progress} />
      <ul className="grid gap-1">
        {progress.recent_tasks.slice(0, 3).map((task) => (
          <li key={task.id} className="flex items-center justify-between gap-3">
            <Link
              to="/tasks/$taskId"
              params={{ taskId: task.id }}
              className="truncate text-sm hover:underline"
            >
              {task.title}
            </Link>
            <StatusBadge status={task.status} />
          </li>
        ))}
      </ul>
      <Link
        to="/tasks"
        search={{ assignee: [progress.id] }}
        className="text-sm text-accent-text underline underline-offset-2"
      >
        All tasks of {progress.name}
      </Link>
    </div>
  )
}

function Figure({ label, value }: { label: string; value: number }) {
  return (
    <div className="flex flex-col-reverse">
      <dt className="text-xs text-muted">{label}</dt>
      <dd className="text-lg font-semibold tabular">{value}</dd>
    </div>
  )
}
