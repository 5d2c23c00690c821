import { Page } from '@/components/ui/page'
import { Settings } from '@/features/admin/components/settings'

export function AdminSettingsPage() {
  return (
    <Page title="Settings" className="max-w-3xl">
      <Settings />
    </Page>
  )
}
