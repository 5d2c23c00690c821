import { queryOptions } from '@tanstack/react-query'
import { api } from './client'
import { keys } from './keys'
import type { ProjectDetail, ProjectItem } from './types'

/** Every project the caller may see. */
export function projectsQuery() {
  return queryOptions({
    queryKey: keys.projects.list(),
    queryFn: async ({ signal }) =>
      (await api.get<{ projects: ProjectItem[] }>('/projects', { signal })).projects,
  })
}

export function projectQuery(id: number) {
  return queryOptions({
    queryKey: keys.projects.detail(id),
    queryFn: async ({ signal }) =>
      (await api.get<{ project: ProjectDetail }>(`/projects/${id}`, { signal })).project,
  })
}
