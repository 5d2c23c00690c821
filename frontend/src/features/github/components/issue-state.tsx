import {
  CircleCheck,
  CircleDot,
  GitMerge,
  GitPullRequest,
  GitPullRequestClosed,
  GitPullRequestDraft,
} from 'lucide-react'
import type { GithubIssue, GithubPullRequest } from '@/api/types'
import { Badge } from '@/components/ui/badge'
import { isPullRequest } from '../api/issues'

/** The state in GitHub's own words and signs. */
export function IssueState({ item }: { item: GithubIssue | GithubPullRequest }) {
  if (!isPullRequest(item)) {
    return item.state === 'open' ? (
      <Badge tone="success" icon={<CircleDot aria-hidden />}>
        Open
      </Badge>
    ) : (
      <Badge tone="review" icon={<CircleCheck aria-hidden />}>
        Closed
      </Badge>
    )
  }
  if (item.merged) {
    return (
      <Badge tone="review" icon={<GitMerge aria-hidden />}>
        Merged
      </Badge>
    )
  }
  if (item.state === 'closed') {
    return (
      <Badge tone="danger" icon={<GitPullRequestClosed aria-hidden />}>
        Closed
      </Badge>
    )
  }
  return item.draft ? (
    <Badge icon={<GitPullRequestDraft aria-hidden />}>Draft</Badge>
  ) : (
    <Badge tone="success" icon={<GitPullRequest aria-hidden />}>
      Open
    </Badge>
  )
}
