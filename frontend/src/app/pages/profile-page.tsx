import { RoleBadge } from '@/components/domain/role-badge'
import { Card } from '@/components/ui/card'
import { Page } from '@/components/ui/page'
import { GithubAccount } from '@/features/github/components/github-account'
import { BrowserOptIn } from '@/features/notifications/components/browser-opt-in'
import { AccountForm } from '@/features/profile/components/account-form'
import { DeviceSessions } from '@/features/profile/components/device-sessions'
import { PasswordForm } from '@/features/profile/components/password-form'
import { useSession } from '@/session/session'

export function ProfilePage() {
  const { role } = useSession()
  return (
    <Page title="Profile" className="max-w-4xl" actions={<RoleBadge role={role} />}>
      <div className="grid items-start gap-4 md:grid-cols-2">
        <Card title="About you">
          <AccountForm />
        </Card>
        <Card title="Password">
          <PasswordForm />
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
