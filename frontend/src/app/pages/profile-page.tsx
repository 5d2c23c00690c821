import { Suspense } from 'react'
import { RoleBadge } from '@/components/domain/role-badge'
import { Card } from '@/components/ui/card'
import { Page } from '@/components/ui/page'
import { SkeletonRows } from '@/components/ui/skeleton'
import { GithubAccount } from '@/features/github/components/github-account'
import { BrowserOptIn } from '@/features/notifications/components/browser-opt-in'
import { DeviceSessions } from '@/features/profile/components/device-sessions'
import { preloadedComponent } from '@/lib/lazy-component'
import { useSession } from '@/session/session'

const AccountForm = preloadedComponent(
  () => import('@/features/profile/components/account-form'),
  'AccountForm',
)
const PasswordForm = preloadedComponent(
  () => import('@/features/profile/components/password-form'),
  'PasswordForm',
)

export function ProfilePage() {
  const { role } = useSession()
  return (
    <Page title="Profile" className="max-w-4xl" actions={<RoleBadge role={role} />}>
      <div className="grid items-start gap-4 md:grid-cols-2">
        <Card title="About you">
          <Suspense fallback={<SkeletonRows rows={4} />}>
            <AccountForm />
          </Suspense>
        </Card>
        <Card title="Password">
          <Suspense fallback={<SkeletonRows rows={4} />}>
            <PasswordForm />
          </Suspense>
        </Card>
        <div className="md:col-span-2">
          <DeviceSessions />
        </div>
        <Card title="GitHub account">
          <GithubAccount />
        </Card>
        <Card title="On this device">
          <BrowserOptIn />
        </Card>
      </div>
    </Page>
  )
}
