import { queryOptions } from '@tanstack/react-query'
import { api } from '@/api/client'
import { keys } from '@/api/keys'
import type { GithubRepository, TaskItem } from '@/api/types'

const RELOAD_MS = 60_000
const GITHUB_TIMEOUT_MS = 120_000

/** Every task, reloaded each minute while on screen; unchanged ones are answered without a body. */
export function reportTasksQuery() {
  return queryOptions({
    queryKey: keys.reportTasks,
    queryFn: async ({ signal }) => (await api.get<{ tasks: TaskItem[] }>('/tasks', { signal })).tasks,
    refetchInterval: RELOAD_MS,
  })
}

/** All repositories of the caller with what happened in them lately. Asks GitHub a lot, so it takes its time. */
export function githubActivityQuery(days: number) {
  return queryOptions({
    queryKey: keys.github.activity(days),
    queryFn: async ({ signal }) => {
      const query = { per_page: 100, all_pages: true, include_activity: true, activity_window_days: days }
      const { repositories } = await api.get<{ repositories: GithubRepository[] }>('/github/repositories', {
        query,
        signal,
        timeoutMs: GITHUB_TIMEOUT_MS,
      })
      return repositories
    },
    staleTime: 5 * RELOAD_MS,
  })
}
