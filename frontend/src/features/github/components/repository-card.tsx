import { Link } from '@tanstack/react-router'
import { CircleDot, Code, ExternalLink, Eye, Lock } from 'lucide-react'
import type { GithubRepository } from '@/api/types'
import { TimeAgo } from '@/components/domain/time-ago'
import { Badge } from '@/components/ui/badge'

export function RepositoryCard({ repository }: { repository: GithubRepository }) {
  return (
    <li className="flex min-w-0 flex-col gap-2 rounded-card border bg-surface p-4 shadow-raised">
      <div className="flex items-start justify-between gap-2">
        <Link
          to="/github/repositories/$repositoryId"
          params={{ repositoryId: repository.id }}
          className="min-w-0 font-semibold break-words hover:underline"
        >
          {repository.full_name}
        </Link>
        <a
          href={repository.html_url}
          target="_blank"
          rel="noreferrer"
          className="rounded p-1 text-muted hover:bg-hover hover:text-ink"
          aria-label={`${repository.full_name} on GitHub, in a new tab`}
        >
          <ExternalLink className="size-4" aria-hidden />
        </a>
      </div>
      <p className="line-clamp-2 flex-1 text-sm text-muted">{repository.description ?? 'No description'}</p>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
        {repository.private && <Badge icon={<Lock aria-hidden />}>Private</Badge>}
        {repository.tracked && (
          <Badge tone="info" icon={<Eye aria-hidden />}>
            Tracked
          </Badge>
        )}
        {repository.language && (
          <span className="inline-flex items-center gap-1">
            <Code className="size-3.5" aria-hidden />
            {repository.language}
          </span>
        )}
        <span className="inline-flex items-center gap-1">
          <CircleDot className="size-3.5" aria-hidden />
          {repository.open_issues_count} open
        </span>
        {repository.last_updated && <TimeAgo at={repository.last_updated} />}
      </div>
    </li>
  )
}
