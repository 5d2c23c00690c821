import { Page } from '@/components/ui/page'

export function TasksPage() {
  return <Page title="Tasks">{null}</Page>
}
