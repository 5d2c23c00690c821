import { useQuery } from '@tanstack/react-query'
import { BellOff, CheckCheck } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { QueryView } from '@/components/ui/query-view'
import { notificationsQuery } from '../api/notifications'
import { NotificationRow } from './notification-row'

const STEP = 50

interface NotificationListProps {
  show: 'all' | 'unread'
  onShowAll: () => void
}

/** All of them, the newest first, more on request. */
export function NotificationList({ show, onShowAll }: NotificationListProps) {
  const [most, setMost] = useState(STEP)
  return (
    <QueryView query={useQuery(notificationsQuery())} failure="The notifications could not be loaded">
      {({ notifications }) => {
        const chosen = show === 'unread' ? notifications.filter((each) => !each.is_read) : notifications
        if (chosen.length === 0) return <Nothing show={show} onShowAll={onShowAll} />
        return (
          <>
            <Card flush>
              <ul>
                {chosen.slice(0, most).map((notification) => (
                  <NotificationRow key={notification.id} notification={notification} />
                ))}
              </ul>
            </Card>
            {chosen.length > most && (
              <Button className="mt-3 w-full" onClick={() => setMost(most + STEP)}>
                Show older ones ({(chosen.length - most).toLocaleString()})
              </Button>
            )}
          </>
        )
      }}
    </QueryView>
  )
}

function Nothing({ show, onShowAll }: NotificationListProps) {
  if (show === 'unread') {
    return (
      <EmptyState
        icon={CheckCheck}
        title="All read"
        action={<Button onClick={onShowAll}>Show all notifications</Button>}
      />
    )
  }
  return (
    <EmptyState icon={BellOff} title="No notifications yet">
      Assignments, mentions and replies appear here.
    </EmptyState>
  )
}
