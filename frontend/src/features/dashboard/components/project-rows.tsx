import { Link } from '@tanstack/react-router'
import type { ClientDashboard } from '@/api/types'
import { ProjectStatusBadge } from '@/components/domain/project-status'
import { Progress } from '@/components/ui/progress'

/** The caller's projects with how far they are. */
export function ProjectRows({ projects }: { projects: ClientDashboard['projects'] }) {
  return (
    <ul>
      {projects.map((project) => (
        <li key={project.id} className="grid gap-1 border-b px-4 py-2 last:border-0 hover:bg-hover">
          <div className="flex items-center justify-between gap-3">
            <Link
              to="/projects/$projectId"
              params={{ projectId: project.id }}
              className="truncate font-medium hover:underline"
            >
              {project.name}
            </Link>
            <ProjectStatusBadge status={project.status} />
          </div>
          <Progress label={`Progress of ${project.name}`} value={project.completion_percentage} />
          <p className="text-xs text-muted">
            {project.task_count} {project.task_count === 1 ? 'task' : 'tasks'}
          </p>
        </li>
      ))}
    </ul>
  )
}
