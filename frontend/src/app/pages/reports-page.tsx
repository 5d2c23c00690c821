import { Page } from '@/components/ui/page'

export function ReportsPage() {
  return <Page title="Reports">{null}</Page>
}
