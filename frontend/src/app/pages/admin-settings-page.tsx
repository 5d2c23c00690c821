import { Page } from '@/components/ui/page'

export function AdminSettingsPage() {
  return <Page title="Settings">{null}</Page>
}
