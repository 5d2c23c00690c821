import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ExternalLink } from 'lucide-react'
import { statusLabels, TASK_STATUSES } from '@/api/labels'
import type { ProjectDashboard, ProjectDetail } from '@/api/types'
import { Deadline } from '@/components/domain/deadline'
import { Person } from '@/components/domain/person'
import { RoleBadge } from '@/components/domain/role-badge'
import { StatusBadge, StatusIcon } from '@/components/domain/task-status'
import { TimeAgo } from '@/components/domain/time-ago'
import { Card } from '@/components/ui/card'
import { Markdown } from '@/components/ui/lazy-markdown'
import { Progress } from '@/components/ui/progress'
import { QueryView } from '@/components/ui/query-view'
import { formatDate } from '@/lib/time'
import { projectDashboardQuery } from '../api/projects'

function About({ project }: { project: ProjectDetail }) {
  const isAddress = /^https?:\/\//.test(project.github_repo ?? '')
  return (
    <Card title="About">
      {project.description ? (
        <Markdown text={project.description} />
      ) : (
        <p className="text-muted">No description yet.</p>
      )}
      <dl className="mt-4 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5 border-t pt-3 text-sm">
        <dt className="text-muted">Created</dt>
        <dd>
          {formatDate(project.created_at)} by {project.creator_name}
        </dd>
        {project.github_repo && (
          <>
            <dt className="text-muted">Repository</dt>
            <dd className="min-w-0 break-words">
              {isAddress ? (
                <a
                  href={project.github_repo}
                  target="_blank"
                  rel="noopener noreferrer"
                  className="inline-flex items-center gap-1 text-accent-text hover:underline"
                >
                  {project.github_repo.replace(/^https?:\/\//, '')}
                  <ExternalLink className="size-3.5" aria-hidden />
                </a>
              ) : (
                project.github_repo
              )}
            </dd>
          </>
        )}
      </dl>
    </Card>
  )
}

function Members({ project }: { project: ProjectDetail }) {
  return (
    <Card title={`Members (${project.team_members.length})`}>
      {project.team_members.length === 0 ? (
        <p className="text-muted">Nobody is a member yet.</p>
      ) : (
        <ul className="grid gap-2">
          {project.team_members.map((member) => (
            <li key={member.id} className="flex items-center justify-between gap-2">
              <Link
                to="/tasks"
                search={{ assignee: [member.id], project: project.id }}
                className="min-w-0 hover:underline"
              >
                <Person id={member.id} name={member.name} />
              </Link>
              <RoleBadge role={member.role} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

function StatusFigures({ dashboard }: { dashboard: ProjectDashboard }) {
  const { task_stats: stats, project } = dashboard
  return (
    <Card title="Progress">
      <Progress label="Tasks done" value={project.completion_percentage} />
      <ul className="mt-4 grid gap-2">
        {TASK_STATUSES.map((status) => (
          <li key={status} className="flex items-center gap-2">
            <StatusIcon status={status} className="size-4 text-muted" />
            {statusLabels[status]}
            <span className="ml-auto tabular">{stats[status].toLocaleString()}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function DueSoon({ dashboard }: { dashboard: ProjectDashboard }) {
  return (
    <Card title="Due soon">
      {dashboard.tasks_due_soon.length === 0 ? (
        <p className="text-muted">Nothing is due within a week.</p>
      ) : (
        <ul className="grid gap-2">
          {dashboard.tasks_due_soon.map((task) => (
            <li key={task.id} className="flex items-baseline justify-between gap-3">
              <TaskLink id={task.id} title={task.title} />
              <Deadline deadline={task.deadline} status={task.status} compact />
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

function RecentlyUpdated({ dashboard }: { dashboard: ProjectDashboard }) {
  return (
    <Card title="Recently updated">
      {dashboard.recently_updated_tasks.length === 0 ? (
        <p className="text-muted">No tasks yet. Add the first one on the board.</p>
      ) : (
        <ul className="grid gap-2">
          {dashboard.recently_updated_tasks.map((task) => (
            <li key={task.id} className="flex items-center justify-between gap-3">
              <TaskLink id={task.id} title={task.title} />
              <span className="flex shrink-0 items-center gap-2 text-sm text-muted">
                <StatusBadge status={task.status} />
                <TimeAgo at={task.updated_at} className="max-sm:hidden" />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

function TaskLink({ id, title }: { id: number; title: string }) {
  return (
    <Link to="/tasks/$taskId" params={{ taskId: id }} className="min-w-0 truncate hover:underline">
      {title}
    </Link>
  )
}

export function ProjectOverview({ project }: { project: ProjectDetail }) {
  const query = useQuery(projectDashboardQuery(project.id))
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[3fr_2fr]">
      <div className="grid gap-4">
        <About project={project} />
        <QueryView query={query} failure="The figures could not be loaded">
          {(dashboard) => (
            <>
              <RecentlyUpdated dashboard={dashboard} />
              <DueSoon dashboard={dashboard} />
            </>
          )}
        </QueryView>
      </div>
      <div className="grid gap-4">
        {query.data && <StatusFigures dashboard={query.data} />}
        <Members project={project} />
      </div>
    </div>
  )
}
