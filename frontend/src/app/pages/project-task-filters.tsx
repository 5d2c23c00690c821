import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { TaskFilter } from '@/api/tasks/filter'
import { ProjectFilters } from '@/components/domain/project-filters'

const route = getRouteApi('/app/projects/$projectId')

/** What the address narrows the project's tasks to. */
export function useProjectFilter() {
  const { q, priority, assignee } = route.useSearch()
  return useMemo(() => ({ q, priority, assignee }), [q, priority, assignee])
}

export function ProjectTaskFilters() {
  const navigate = useNavigate({ from: '/projects/$projectId' })
  const filter = useProjectFilter()
  return (
    <ProjectFilters
      filter={filter}
      onChange={(changes: Partial<TaskFilter>) =>
        void navigate({ search: (old) => ({ ...old, ...changes }), replace: 'q' in changes })
      }
    />
  )
}
