import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { ProjectItem } from '@/api/types'
import { People } from '@/components/domain/people'
import { ProjectStatusBadge } from '@/components/domain/project-status'
import { TimeAgo } from '@/components/domain/time-ago'
import { DataTable, type Column } from '@/components/ui/lazy-data-table'
import { Progress } from '@/components/ui/progress'
import '@/lib/last-focus'
import { ProjectActions } from './project-actions'

const columns: Column<ProjectItem>[] = [
  {
    id: 'name',
    header: 'Name',
    meta: { sort: 'name', className: 'min-w-44' },
    cell: ({ row: { original: project } }) => (
      <Link
        to="/projects/$projectId"
        params={{ projectId: project.id }}
        className="font-medium hover:underline"
      >
        {project.name}
      </Link>
    ),
  },
  {
    id: 'status',
    header: 'Status',
    meta: { sort: 'status' },
    cell: ({ row }) => <ProjectStatusBadge status={row.original.status} />,
  },
  {
    id: 'completion',
    header: 'Progress',
    meta: { sort: 'completion', className: 'min-w-36 max-sm:hidden' },
    cell: ({ row: { original: project } }) => (
      <Progress label={`Progress of ${project.name}`} value={project.completion_percentage} />
    ),
  },
  {
    id: 'tasks',
    header: 'Tasks',
    meta: { sort: 'tasks', className: 'tabular max-sm:hidden' },
    cell: ({ row }) => row.original.task_count.toLocaleString(),
  },
  {
    id: 'members',
    header: 'Members',
    meta: { className: 'max-md:hidden' },
    cell: ({ row }) => <People people={row.original.team_members} />,
  },
  {
    id: 'updated_at',
    header: 'Updated',
    meta: { sort: 'updated_at', className: 'text-sm text-muted whitespace-nowrap max-md:hidden' },
    cell: ({ row }) => <TimeAgo at={row.original.updated_at} />,
  },
]

const actionsColumn: Column<ProjectItem> = {
  id: 'actions',
  header: () => <span className="sr-only">Actions</span>,
  meta: { className: 'w-12 text-right' },
  cell: ({ row }) => <ProjectActions project={row.original} />,
}

interface ProjectTableProps {
  projects: ProjectItem[]
  sort: string
  onSort: (sort: string) => void
  manageable: boolean
}

export function ProjectTable({ projects, sort, onSort, manageable }: ProjectTableProps) {
  const shown = useMemo(() => (manageable ? [...columns, actionsColumn] : columns), [manageable])
  return (
    <DataTable
      caption="Projects"
      columns={shown}
      rows={projects}
      rowId={(project) => project.id}
      sort={sort}
      onSort={onSort}
      className="rounded-card border bg-surface shadow-raised"
    />
  )
}
