import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api } from '../client'
import { keys } from '../keys'
import type { HistoryPage, Pagination, TaskDetail, TaskItem, TaskPage, TaskQuery } from '../types'

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

/** What happened to a task, newest first, a page at a time. */
export function taskHistoryQuery(id: number) {
  return infiniteQueryOptions({
    queryKey: keys.tasks.history(id),
    queryFn: ({ signal, pageParam }) =>
      api.get<HistoryPage>(`/tasks/${id}/history`, { query: { page: pageParam, per_page: 20 }, signal }),
    initialPageParam: 1,
    getNextPageParam: ({ pagination }) =>
      pagination && pagination.page < pagination.pages ? pagination.page + 1 : undefined,
  })
}
