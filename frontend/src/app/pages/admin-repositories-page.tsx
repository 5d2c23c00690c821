import { Page } from '@/components/ui/page'
import { TrackRepository } from '@/features/github/components/track-repository'
import { TrackedRepositories } from '@/features/github/components/tracked-repositories'
import { WebhookAddress } from '@/features/github/components/webhook-address'

export function AdminRepositoriesPage() {
  return (
    <Page
      title="Tracked repositories"
      description="Repositories the whole team may link tasks to."
      className="max-w-4xl"
    >
      <div className="grid gap-4">
        <TrackedRepositories />
        <TrackRepository />
        <WebhookAddress />
      </div>
    </Page>
  )
}
