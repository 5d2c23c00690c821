import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '@/api/client'
import { keys } from '@/api/keys'
import type { ProjectDashboard, ProjectDetail, ProjectInput, ProjectItem } from '@/api/types'

/** Figures, deadlines and latest changes of one project. */
export function projectDashboardQuery(id: number) {
  return queryOptions({
    queryKey: keys.dashboard.project(id),
    queryFn: ({ signal }) => api.get<ProjectDashboard>(`/dashboard/projects/${id}`, { signal }),
  })
}

export function useCreateProject() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (input: ProjectInput) =>
      (await api.post<{ project: Pick<ProjectDetail, 'id'> }>('/projects', input)).project,
    onSuccess: () => client.invalidateQueries({ queryKey: keys.projects.all }),
  })
}

interface ProjectUpdate {
  id: number
  changes: Partial<ProjectInput>
  /** The version the form was opened with; left out to save over whatever is stored. */
  version?: number | undefined
}

export function useUpdateProject() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async ({ id, changes, version }: ProjectUpdate) =>
      (await api.put<{ project: ProjectDetail }>(`/projects/${id}`, { ...changes, version })).project,
    onSuccess: (project, { id }) => {
      client.setQueryData<ProjectDetail>(
        keys.projects.detail(id),
        (known) => known && { ...known, ...project },
      )
      return Promise.all([
        client.invalidateQueries({ queryKey: keys.projects.all }),
        client.invalidateQueries({ queryKey: keys.dashboard.project(id) }),
      ])
    },
  })
}

/** Takes the project off the list at once; it comes back with the reason when that is refused. */
export function useDeleteProject() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: number) => api.delete(`/projects/${id}`),
    onMutate: async (id) => {
      await client.cancelQueries({ queryKey: keys.projects.list() })
      const before = client.getQueryData<ProjectItem[]>(keys.projects.list())
      client.setQueryData<ProjectItem[]>(keys.projects.list(), (known) =>
        known?.filter((project) => project.id !== id),
      )
      return { before }
    },
    onError: (_error, _id, context) => client.setQueryData(keys.projects.list(), context?.before),
    onSuccess: (_answer, id) => {
      client.removeQueries({ queryKey: keys.tasks.ofProject(id) })
      return Promise.all([
        client.invalidateQueries({ queryKey: keys.projects.list() }),
        client.invalidateQueries({ queryKey: keys.tasks.pages() }),
      ])
    },
  })
}
