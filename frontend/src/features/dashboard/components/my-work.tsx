import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { CalendarCheck2, FolderKanban, GitPullRequest, ListTodo } from 'lucide-react'
import type { ClientDashboard } from '@/api/types'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { QueryView } from '@/components/ui/query-view'
import { StatTile, StatTiles } from '@/components/ui/stat-tile'
import { canManageProjects } from '@/session/permissions'
import { useSession } from '@/session/session'
import { clientDashboardQuery } from '../api/dashboard'
import { DashboardSkeleton } from './dashboard-skeleton'
import { GithubRows } from './github-rows'
import { ProjectRows } from './project-rows'
import { TaskRows } from './task-rows'

const RECENT_SHOWN = 10

/** Counts, what is due, what moved lately, projects and GitHub of the caller. */
export function MyWork() {
  return (
    <QueryView
      query={useQuery(clientDashboardQuery())}
      failure="Your work could not be loaded"
      skeleton={<DashboardSkeleton />}
    >
      {(dashboard) => (
        <div className="grid gap-4">
          <Counts counts={dashboard.taskCounts} />
          <div className="grid items-start gap-4 lg:grid-cols-[3fr_2fr]">
            <div className="grid min-w-0 gap-4">
              <DueSoon tasks={dashboard.upcomingDeadlines} />
              <Recent tasks={dashboard.recentTasks} />
            </div>
            <div className="grid min-w-0 gap-4">
              <Projects projects={dashboard.projects} />
              <Github activity={dashboard.githubActivity} />
            </div>
          </div>
        </div>
      )}
    </QueryView>
  )
}

function Counts({ counts }: { counts: ClientDashboard['taskCounts'] }) {
  return (
    <StatTiles>
      <StatTile label="Assigned" value={counts.assigned} />
      <StatTile label="In progress" value={counts.in_progress} />
      <StatTile label="In review" value={counts.review} />
      <StatTile label="Due soon" value={counts.due_soon} hint={`${counts.overdue} overdue`} />
      <StatTile label="Done" value={counts.done} />
    </StatTiles>
  )
}

function DueSoon({ tasks }: { tasks: ClientDashboard['upcomingDeadlines'] }) {
  return (
    <Card title="Due soon" flush>
      {tasks.length === 0 ? (
        <EmptyState
          icon={CalendarCheck2}
          title="Nothing is due this week"
          action={
            <Button asChild>
              <Link to="/tasks" search={{ due: 'month' }}>
                Due within 30 days
              </Link>
            </Button>
          }
        >
          Tasks with a deadline within seven days appear here.
        </EmptyState>
      ) : (
        <TaskRows tasks={tasks} time="deadline" />
      )}
    </Card>
  )
}

function Recent({ tasks }: { tasks: ClientDashboard['recentTasks'] }) {
  const { user } = useSession()
  return (
    <Card
      title="Recent tasks"
      flush
      actions={
        <span className="flex gap-1">
          <Button asChild variant="ghost" size="sm">
            <Link to="/tasks" search={{ creator: user.id }}>
              Created by me
            </Link>
          </Button>
          <Button asChild variant="ghost" size="sm">
            <Link to="/tasks">All tasks</Link>
          </Button>
        </span>
      }
    >
      {tasks.length === 0 ? (
        <EmptyState icon={ListTodo} title="No tasks yet">
          When somebody assigns a task to you, it appears here.
        </EmptyState>
      ) : (
        <TaskRows tasks={tasks.slice(0, RECENT_SHOWN)} time="updated" />
      )}
    </Card>
  )
}

function Projects({ projects }: { projects: ClientDashboard['projects'] }) {
  const manages = canManageProjects(useSession())
  return (
    <Card title="Projects" flush>
      {projects.length === 0 ? (
        <EmptyState
          icon={FolderKanban}
          title="No projects yet"
          action={
            <Button asChild>
              <Link to="/projects">Open projects</Link>
            </Button>
          }
        >
          {manages ? 'Create the first one.' : 'Ask a team lead to add you to one.'}
        </EmptyState>
      ) : (
        <ProjectRows projects={projects} />
      )}
    </Card>
  )
}

function Github({ activity }: { activity: ClientDashboard['githubActivity'] }) {
  return (
    <Card title="GitHub" flush>
      {activity.length === 0 ? (
        <EmptyState
          icon={GitPullRequest}
          title="No links yet"
          action={
            <Button asChild>
              <Link to="/github">Open GitHub</Link>
            </Button>
          }
        >
          Issues and pull requests linked to your tasks appear here.
        </EmptyState>
      ) : (
        <GithubRows activity={activity} />
      )}
    </Card>
  )
}
