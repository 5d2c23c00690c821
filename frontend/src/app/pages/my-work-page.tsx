import { Page } from '@/components/ui/page'
import { MyWork } from '@/features/dashboard/components/my-work'

export function MyWorkPage() {
  return (
    <Page title="My work">
      <MyWork />
    </Page>
  )
}
