import { Page } from '@/components/ui/page'

export function GithubConnectedPage() {
  return <Page title="GitHub connected">{null}</Page>
}
