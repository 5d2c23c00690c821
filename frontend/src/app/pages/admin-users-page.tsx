import { Page } from '@/components/ui/page'

export function AdminUsersPage() {
  return <Page title="Users">{null}</Page>
}
