import { Page } from '@/components/ui/page'

export function TeamPage() {
  return <Page title="Team">{null}</Page>
}
