import { Page } from '@/components/ui/page'

export function AdminRepositoriesPage() {
  return <Page title="Tracked repositories">{null}</Page>
}
