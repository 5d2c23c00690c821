import { Page } from '@/components/ui/page'

export function TaskPage() {
  return <Page title="Task">{null}</Page>
}
