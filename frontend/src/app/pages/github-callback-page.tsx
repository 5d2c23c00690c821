import { Page } from '@/components/ui/page'

export function GithubCallbackPage() {
  return <Page title="Connecting GitHub">{null}</Page>
}
