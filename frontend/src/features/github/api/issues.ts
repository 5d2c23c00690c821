import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api } from '@/api/client'
import { keys } from '@/api/keys'
import type { GithubIssue, GithubPullRequest } from '@/api/types'

export type Kind = 'issues' | 'pulls'

export interface IssueQuery {
  state: 'open' | 'closed' | 'all'
  page: number
  assignee?: string | undefined
  labels?: string | undefined
}

/** Issues or pull requests of a repository; a pull request is an issue with more to say. */
export interface IssuePage {
  items: (GithubIssue | GithubPullRequest)[]
  hasNext: boolean
}

interface Answer {
  issues?: GithubIssue[]
  pull_requests?: GithubPullRequest[]
  pagination?: { has_next: boolean }
}

const PER_PAGE = 30
const FRESH_MS = 60_000

/** GitHub does not say how many there are, only whether more follow. */
export function issuesQuery(repositoryId: number, kind: Kind, search: IssueQuery) {
  const query = { per_page: PER_PAGE, ...search }
  return queryOptions({
    queryKey: keys.github[kind](repositoryId, query),
    queryFn: async ({ signal }): Promise<IssuePage> => {
      const answer = await api.get<Answer>(`/github/repositories/${repositoryId}/${kind}`, { query, signal })
      const items = answer.issues ?? answer.pull_requests ?? []
      return { items, hasNext: answer.pagination?.has_next ?? items.length === PER_PAGE }
    },
    placeholderData: keepPreviousData,
    staleTime: FRESH_MS,
    // Others work at GitHub too, and it tells nobody.
    refetchOnWindowFocus: true,
  })
}

export function isPullRequest(item: GithubIssue | GithubPullRequest): item is GithubPullRequest {
  return 'merged' in item
}
