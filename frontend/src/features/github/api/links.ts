import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { api } from '@/api/client'
import { keys } from '@/api/keys'
import type { GithubLink } from '@/api/types'
import type { Kind } from './issues'

/** An issue or a pull request, by its number, as something to link to. */
export interface LinkTarget {
  repositoryId: number
  kind: Kind
  number: number
  title: string
}

function reloadTask(client: QueryClient, taskId: number) {
  return Promise.all([
    client.invalidateQueries({ queryKey: keys.tasks.detail(taskId) }),
    client.invalidateQueries({ queryKey: keys.tasks.history(taskId) }),
  ])
}

function bodyOf({ repositoryId, kind, number, title }: LinkTarget) {
  return kind === 'issues'
    ? { repo_id: repositoryId, issue_number: number, issue_title: title }
    : { repo_id: repositoryId, pull_request_number: number, pull_request_title: title }
}

export function useLinkTask() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async ({ taskId, target }: { taskId: number; target: LinkTarget }) =>
      (await api.post<{ link: GithubLink }>(`/tasks/${taskId}/github`, bodyOf(target))).link,
    onSuccess: (_link, { taskId }) => reloadTask(client, taskId),
  })
}
