import { CircleDot, FolderGit2, GitPullRequest } from 'lucide-react'
import type { GithubActivity } from '@/api/types'
import { TimeAgo } from '@/components/domain/time-ago'

const icons = { issue: CircleDot, pull_request: GitPullRequest, repository: FolderGit2 }
const words = { issue: 'Issue', pull_request: 'Pull request', repository: 'Repository' }

/** What was linked with GitHub lately. */
export function GithubRows({ activity }: { activity: readonly GithubActivity[] }) {
  return (
    <ul>
      {activity.map((item) => {
        const Icon = icons[item.type]
        return (
          <li key={item.id} className="flex items-start gap-2.5 border-b px-4 py-2 last:border-0">
            <Icon className="mt-0.5 size-4 shrink-0 text-muted" aria-hidden />
            <div className="min-w-0 flex-1">
              <a
                href={item.url}
                target="_blank"
                rel="noreferrer"
                className="block truncate font-medium hover:underline"
              >
                {item.title} <span className="sr-only">(opens GitHub in a new tab)</span>
              </a>
              <p className="truncate text-sm text-muted">
                {words[item.type]} {item.label} · {item.repo}
              </p>
            </div>
            {item.date && <TimeAgo at={item.date} className="text-sm whitespace-nowrap text-muted" />}
          </li>
        )
      })}
    </ul>
  )
}
