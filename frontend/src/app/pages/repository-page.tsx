import { Page } from '@/components/ui/page'

export function RepositoryPage() {
  return <Page title="Repository">{null}</Page>
}
