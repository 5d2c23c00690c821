import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { BellOff } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { QueryView } from '@/components/ui/query-view'
import { notificationsQuery, useMarkAllRead } from '../api/notifications'
import { NotificationRow } from './notification-row'

const SHOWN = 20

/** The newest notifications, under the bell. */
export default function NotificationPanel({ onNavigate }: { onNavigate: () => void }) {
  const query = useQuery(notificationsQuery())
  const markAllRead = useMarkAllRead()
  const unread = query.data?.unread_count ?? 0
  return (
    <>
      <div className="flex items-center justify-between gap-2 border-b py-1.5 pr-1.5 pl-4">
        <h2 className="text-base">Notifications</h2>
        <Button
          variant="ghost"
          size="sm"
          disabled={unread === 0}
          onClick={() => markAllRead.mutate(undefined)}
        >
          Mark all as read
        </Button>
      </div>
      <div className="max-h-[60dvh] overflow-y-auto">
        <QueryView query={query} failure="The notifications could not be loaded">
          {({ notifications }) =>
            notifications.length === 0 ? (
              <EmptyState icon={BellOff} title="Nothing new">
                Assignments, mentions and replies appear here.
              </EmptyState>
            ) : (
              <ul>
                {notifications.slice(0, SHOWN).map((notification) => (
                  <NotificationRow
                    key={notification.id}
                    notification={notification}
                    onNavigate={onNavigate}
                  />
                ))}
              </ul>
            )
          }
        </QueryView>
      </div>
      <div className="border-t p-1.5">
        <Button asChild variant="ghost" className="w-full">
          <Link to="/notifications" onClick={onNavigate}>
            Show all
          </Link>
        </Button>
      </div>
    </>
  )
}
