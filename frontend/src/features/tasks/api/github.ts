import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '@/api/client'
import { keys } from '@/api/keys'
import type {
  GithubIssue,
  GithubLink,
  GithubPullRequest,
  GithubRepository,
  GithubStatus,
  IssueRequest,
  TaskDetail,
} from '@/api/types'

/** These lists are long to fetch and good for a while. */
const STALE_MS = 5 * 60_000
const FIRST_PAGE = { per_page: 100 }

export function githubConnectionQuery() {
  return queryOptions({
    queryKey: keys.github.status,
    queryFn: ({ signal }) => api.get<GithubStatus>('/github/status', { signal }),
  })
}

/** Repositories to choose from when linking. */
export function linkableRepositoriesQuery() {
  return queryOptions({
    queryKey: keys.github.repositories({ purpose: 'link' }),
    queryFn: async ({ signal }) =>
      (
        await api.get<{ repositories: GithubRepository[] }>('/github/repositories', {
          query: FIRST_PAGE,
          signal,
        })
      ).repositories,
    staleTime: STALE_MS,
  })
}

export type LinkKind = 'issue' | 'pull'

/** Open issues or pull requests of a repository, to choose from when linking. */
export function linkableItemsQuery(repoId: number, kind: LinkKind) {
  const key = { purpose: 'link' }
  const path = `/github/repositories/${repoId}/${kind === 'issue' ? 'issues' : 'pulls'}`
  return queryOptions({
    queryKey: kind === 'issue' ? keys.github.issues(repoId, key) : keys.github.pulls(repoId, key),
    queryFn: async ({ signal }): Promise<GithubIssue[]> => {
      const answer = await api.get<{ issues?: GithubIssue[]; pull_requests?: GithubPullRequest[] }>(path, {
        query: FIRST_PAGE,
        signal,
      })
      return answer.issues ?? answer.pull_requests ?? []
    },
    staleTime: STALE_MS,
  })
}

interface LinkInput {
  repo_id: number
  issue_number?: number
  issue_title?: string
  pull_request_number?: number
  pull_request_title?: string
}

function useReloadTask(taskId: number) {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: keys.tasks.detail(taskId) })
}

export function useLinkGithub(taskId: number) {
  const onSuccess = useReloadTask(taskId)
  return useMutation({
    mutationFn: (input: LinkInput) => api.post<{ link: GithubLink }>(`/tasks/${taskId}/github`, input),
    onSuccess,
  })
}

/** Creates an issue on GitHub from the task; the server links it. */
export function useCreateIssue(taskId: number) {
  const onSuccess = useReloadTask(taskId)
  return useMutation({
    mutationFn: (input: IssueRequest) =>
      api.post<{ issue: GithubIssue; link: GithubLink }>(`/tasks/${taskId}/github/create-issue`, input),
    onSuccess,
  })
}

/** Takes the link off the task at once; it comes back with the reason when that is refused. */
export function useUnlinkGithub(taskId: number) {
  const client = useQueryClient()
  const key = keys.tasks.detail(taskId)
  return useMutation({
    meta: { failure: 'The link is still there' },
    mutationFn: (linkId: number) => api.delete(`/tasks/${taskId}/github/${linkId}`),
    onMutate: (linkId) => {
      const before = client.getQueryData<TaskDetail>(key)?.github_links
      client.setQueryData<TaskDetail>(
        key,
        (task) => task && { ...task, github_links: task.github_links.filter((link) => link.id !== linkId) },
      )
      return { before }
    },
    onError: (_error, _linkId, context) =>
      client.setQueryData<TaskDetail>(
        key,
        (task) => task && { ...task, github_links: context?.before ?? task.github_links },
      ),
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  })
}
