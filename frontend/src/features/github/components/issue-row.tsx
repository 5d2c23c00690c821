import { Link2 } from 'lucide-react'
import type { GithubIssue, GithubPullRequest } from '@/api/types'
import { TimeAgo } from '@/components/domain/time-ago'
import { Button } from '@/components/ui/button'
import { IssueState } from './issue-state'

interface IssueRowProps {
  item: GithubIssue | GithubPullRequest
  onLink: () => void
}

export function IssueRow({ item, onLink }: IssueRowProps) {
  const assignees = item.assignees?.map((person) => person.login).join(', ')
  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-2 border-b px-4 py-3 last:border-0 hover:bg-hover">
      <div className="min-w-0 flex-1 basis-64">
        <a href={item.html_url} target="_blank" rel="noreferrer" className="font-medium hover:underline">
          {item.title} <span className="sr-only">(opens GitHub in a new tab)</span>
        </a>
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-muted">
          <span>
            #{item.number} by {item.user.login}, <TimeAgo at={item.updated_at} />
          </span>
          {assignees && <span>assigned to {assignees}</span>}
          {item.labels.map((label) => (
            <span
              key={label.name}
              className="inline-flex items-center gap-1 rounded-full border px-2 text-xs"
            >
              <span
                aria-hidden
                className="size-2 rounded-full border"
                style={{ backgroundColor: `#${label.color}` }}
              />
              {label.name}
            </span>
          ))}
        </p>
      </div>
      <IssueState item={item} />
      <Button size="sm" onClick={onLink} aria-label={`Link to a task: #${item.number} ${item.title}`}>
        <Link2 aria-hidden />
        Link to a task
      </Button>
    </li>
  )
}
