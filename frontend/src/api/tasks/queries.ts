import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api } from '../client'
import { keys } from '../keys'
import type { HistoryEntry, Pagination, TaskDetail, TaskItem, TaskPage, TaskQuery } from '../types'

/** What every cached list of tasks looks like, paged or not. */
export interface TaskList {
  tasks: TaskItem[]
  pagination?: Pagination
}

/** One page of the visible tasks; the previous page stays on screen while the next one loads. */
export function taskPageQuery(query: TaskQuery) {
  return queryOptions({
    queryKey: keys.tasks.page(query),
    queryFn: ({ signal }) => api.get<TaskPage>('/tasks', { query: { page: 1, ...query }, signal }),
    placeholderData: keepPreviousData,
  })
}

/** All tasks of a project, as the board needs them. */
export function projectTasksQuery(projectId: number) {
  return queryOptions({
    queryKey: keys.tasks.ofProject(projectId),
    queryFn: ({ signal }) => api.get<TaskList>(`/projects/${projectId}/tasks`, { signal }),
  })
}

export function taskQuery(id: number) {
  return queryOptions({
    queryKey: keys.tasks.detail(id),
    queryFn: async ({ signal }) => (await api.get<{ task: TaskDetail }>(`/tasks/${id}`, { signal })).task,
  })
}

export function taskHistoryQuery(id: number) {
  return queryOptions({
    queryKey: keys.tasks.history(id),
    queryFn: async ({ signal }) =>
      (await api.get<{ history: HistoryEntry[] }>(`/tasks/${id}/history`, { signal })).history,
  })
}
