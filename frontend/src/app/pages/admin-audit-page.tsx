import { Page } from '@/components/ui/page'

export function AdminAuditPage() {
  return <Page title="Audit log">{null}</Page>
}
