import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { api } from '@/api/client'
import { keys } from '@/api/keys'
import type { GithubLink, TaskDetail } from '@/api/types'
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

/** The link disappears at once, and comes back with the reason if the server refuses. */
export function useUnlinkTask(taskId: number) {
  const client = useQueryClient()
  const key = keys.tasks.detail(taskId)
  return useMutation({
    meta: { failure: 'The link is still there' },
    mutationFn: (linkId: number) => api.delete(`/tasks/${taskId}/github/${linkId}`),
    onMutate: async (linkId) => {
      await client.cancelQueries({ queryKey: key })
      const before = client.getQueryData<TaskDetail>(key)
      client.setQueryData<TaskDetail>(
        key,
        (known) =>
          known && { ...known, github_links: known.github_links.filter((link) => link.id !== linkId) },
      )
      return { before }
    },
    onError: (_error, _linkId, context) => client.setQueryData(key, context?.before),
    onSettled: () => reloadTask(client, taskId),
  })
}

export interface NewIssue {
  repo_id: number
  title: string
  body?: string
  labels?: string[]
}

export function useCreateIssue(taskId: number) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (issue: NewIssue) =>
      api.post<{ issue: { number: number; html_url: string } }>(
        `/tasks/${taskId}/github/create-issue`,
        issue,
      ),
    onSuccess: () => reloadTask(client, taskId),
  })
}
