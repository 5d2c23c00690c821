import { Suspense } from 'react'
import { Page } from '@/components/ui/page'
import { Skeleton } from '@/components/ui/skeleton'
import { TrackedRepositories } from '@/features/github/components/tracked-repositories'
import { WebhookAddress } from '@/features/github/components/webhook-address'
import { preloadedComponent } from '@/lib/lazy-component'

const TrackRepository = preloadedComponent(
  () => import('@/features/github/components/track-repository'),
  'TrackRepository',
)

const ConfigCheck = preloadedComponent(
  () => import('@/features/github/components/config-check'),
  'ConfigCheck',
)

export function AdminRepositoriesPage() {
  return (
    <Page
      title="Tracked repositories"
      description="Repositories the whole team may link tasks to."
      className="max-w-4xl"
    >
      <div className="grid gap-4">
        <TrackedRepositories />
        <Suspense fallback={<Skeleton className="h-56" />}>
          <TrackRepository />
        </Suspense>
        <WebhookAddress />
        <Suspense fallback={<Skeleton className="h-40" />}>
          <ConfigCheck />
        </Suspense>
      </div>
    </Page>
  )
}
