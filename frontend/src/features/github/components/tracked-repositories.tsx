import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { FolderGit2, Webhook } from 'lucide-react'
import type { GithubRepository, WebhookPing } from '@/api/types'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { toast } from '@/lib/toast'
import '@/lib/last-focus'
import { repositoriesQuery, useSetUpWebhook } from '../api/repositories'
import { GithubView } from './github-view'

/** Repositories everybody may link to, whatever they can see at GitHub themselves. */
export function TrackedRepositories() {
  return (
    <Card title="Tracked" flush>
      <GithubView query={useQuery(repositoriesQuery())} failure="The repositories could not be loaded">
        {(repositories) => {
          const tracked = repositories.filter((repository) => repository.tracked)
          return tracked.length === 0 ? (
            <EmptyState icon={FolderGit2} title="No repository is tracked yet">
              Add one, and everybody can link its issues and pull requests to tasks.
            </EmptyState>
          ) : (
            <ul>
              {tracked.map((repository) => (
                <TrackedRow key={repository.id} repository={repository} />
              ))}
            </ul>
          )
        }}
      </GithubView>
    </Card>
  )
}

/** Registering succeeded; whether deliveries arrive is another matter. */
function tell(name: string, { outcome, status_code: status, message }: WebhookPing) {
  if (outcome === 'failed') {
    toast.error(`GitHub has the webhook of ${name} but does not reach this server`, {
      description: status === null ? (message ?? undefined) : `The test was answered with ${status}.`,
    })
  } else {
    toast.success(`GitHub reports changes of ${name} from now on`, {
      description: outcome === 'delivered' ? 'The test arrived.' : 'Whether it arrives is not known yet.',
    })
  }
}

function TrackedRow({ repository }: { repository: GithubRepository }) {
  const setUp = useSetUpWebhook()
  return (
    <li className="flex flex-wrap items-center gap-3 border-b px-4 py-2.5 last:border-0">
      <Link
        to="/github/repositories/$repositoryId"
        params={{ repositoryId: repository.id }}
        className="min-w-0 flex-1 basis-48 truncate font-medium hover:underline"
      >
        {repository.full_name}
      </Link>
      <Button
        size="sm"
        aria-label={`Set up webhook of ${repository.full_name}`}
        pending={setUp.isPending}
        onClick={() =>
          setUp.mutate(repository.id, {
            onSuccess: ({ webhook }) => tell(repository.full_name, webhook.ping),
          })
        }
      >
        <Webhook aria-hidden />
        Set up webhook
      </Button>
    </li>
  )
}
