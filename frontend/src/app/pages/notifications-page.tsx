import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { Card } from '@/components/ui/card'
import { Page } from '@/components/ui/page'
import { SegmentedControl } from '@/components/ui/segmented-control'
import { BrowserOptIn } from '@/features/notifications/components/browser-opt-in'
import { MarkAllRead } from '@/features/notifications/components/mark-all-read'
import { NotificationList } from '@/features/notifications/components/notification-list'
import { SendNote } from '@/features/notifications/components/send-note'

const route = getRouteApi('/app/notifications')
const options = [
  { value: 'all', label: 'All' },
  { value: 'unread', label: 'Unread' },
] as const

export function NotificationsPage() {
  const { show } = route.useSearch()
  const navigate = useNavigate({ from: '/notifications' })
  const choose = (next: typeof show) => void navigate({ search: { show: next }, replace: true })
  return (
    <Page
      title="Notifications"
      className="max-w-3xl"
      actions={
        <>
          <SegmentedControl label="Which to show" value={show} onChange={choose} options={options} />
          <MarkAllRead />
          <SendNote />
        </>
      }
    >
      <div className="grid gap-4">
        <NotificationList show={show} onShowAll={() => choose('all')} />
        <Card>
          <BrowserOptIn />
        </Card>
      </div>
    </Page>
  )
}
