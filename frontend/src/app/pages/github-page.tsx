import { Page } from '@/components/ui/page'

export function GithubPage() {
  return <Page title="GitHub">{null}</Page>
}
