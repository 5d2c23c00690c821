import { Link } from '@tanstack/react-router'
import { FolderKanban } from 'lucide-react'
import type { AdminDashboard } from '@/api/types'
import { ProjectStatusBadge } from '@/components/domain/project-status'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { formatDate } from '@/lib/time'

export function RecentProjects({ projects }: { projects: AdminDashboard['recentProjects'] }) {
  const link = (
    <Button asChild variant="ghost" size="sm">
      <Link to="/projects">All projects</Link>
    </Button>
  )
  return (
    <Card title="Recent projects" flush actions={link}>
      {projects.length === 0 ? (
        <EmptyState
          icon={FolderKanban}
          title="No projects yet"
          action={
            <Button asChild>
              <Link to="/projects">Create the first one</Link>
            </Button>
          }
        />
      ) : (
        <ul>
          {projects.map((project) => (
            <li
              key={project.id}
              className="flex items-center gap-3 border-b px-4 py-2 last:border-0 hover:bg-hover"
            >
              <div className="min-w-0 flex-1">
                <Link
                  to="/projects/$projectId"
                  params={{ projectId: project.id }}
                  className="block truncate font-medium hover:underline"
                >
                  {project.name}
                </Link>
                <p className="text-sm text-muted">
                  {project.task_count} {project.task_count === 1 ? 'task' : 'tasks'}, since{' '}
                  {formatDate(project.created_at)}
                </p>
              </div>
              <ProjectStatusBadge status={project.status} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
