import { Page } from '@/components/ui/page'

export function SavedReportPage() {
  return <Page title="Saved report">{null}</Page>
}
