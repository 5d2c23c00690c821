import type { UseQueryResult } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { CircleAlert, CircleCheck, Clock, FolderGit2 } from 'lucide-react'
import type { SyncRepository } from '@/api/types'
import { TimeAgo } from '@/components/domain/time-ago'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { QueryView } from '@/components/ui/query-view'
import { isManager } from '@/session/permissions'
import { useSession } from '@/session/session'
import { healthTones } from '../sync-words'
import { RulesButton } from './rules-button'

const icons = { ok: CircleCheck, delayed: Clock, failing: CircleAlert }

function inWords({ failed, waiting }: SyncRepository): string {
  if (failed > 0) return `${failed} failed`
  return waiting > 0 ? `${waiting} waiting` : 'In step'
}

/** How each repository with links is doing. */
export function SyncRepositories({ query }: { query: UseQueryResult<SyncRepository[]> }) {
  return (
    <Card title="Repositories" flush>
      <QueryView query={query} failure="The synchronisation could not be loaded">
        {(repositories) =>
          repositories.length === 0 ? (
            <EmptyState
              icon={FolderGit2}
              title="Nothing is synchronised yet"
              action={
                <Button asChild>
                  <Link to="/tasks">Open tasks</Link>
                </Button>
              }
            >
              Link a task with an issue, and both are kept in step from then on.
            </EmptyState>
          ) : (
            <ul>
              {repositories.map((repository) => (
                <RepositoryRow key={repository.repo_id} repository={repository} />
              ))}
            </ul>
          )
        }
      </QueryView>
    </Card>
  )
}

function RepositoryRow({ repository }: { repository: SyncRepository }) {
  const session = useSession()
  const Icon = icons[repository.health]
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b px-4 py-2.5 last:border-0">
      <Link
        to="/github/repositories/$repositoryId"
        params={{ repositoryId: repository.repo_id }}
        className="min-w-0 flex-1 basis-48 truncate font-medium hover:underline"
      >
        {repository.repo_name}
      </Link>
      <p className="text-sm text-muted">
        Webhook:{' '}
        {repository.last_delivery_at ? <TimeAgo at={repository.last_delivery_at} /> : 'nothing received'}
        {' · '}
        Asked: {repository.last_poll_at ? <TimeAgo at={repository.last_poll_at} /> : 'not yet'}
      </p>
      <Badge tone={healthTones[repository.health]} icon={<Icon aria-hidden />}>
        {inWords(repository)}
      </Badge>
      {repository.tracked && isManager(session) && <RulesButton repository={repository} />}
    </li>
  )
}
