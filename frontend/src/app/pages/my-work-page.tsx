import { Page } from '@/components/ui/page'

export function MyWorkPage() {
  return <Page title="My work">{null}</Page>
}
