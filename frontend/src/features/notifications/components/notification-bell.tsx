import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Bell } from 'lucide-react'
import { lazy, Suspense, useCallback, useState } from 'react'
import type { Notification } from '@/api/types'
import { Button } from '@/components/ui/button'
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/popover'
import { SkeletonRows } from '@/components/ui/skeleton'
import { notificationsQuery } from '../api/notifications'
import { useShowInBrowser } from '../hooks/use-browser-notifications'

const NotificationPanel = lazy(() => import('./notification-panel'))

const MOST_SHOWN = 99

/** The bell with the number of unread notifications, kept up to date by live events. */
export function NotificationBell() {
  const [open, setOpen] = useState(false)
  const { data } = useQuery(notificationsQuery())
  const navigate = useNavigate()
  const openTask = useCallback(
    ({ task_id: taskId }: Notification) =>
      void (taskId === null
        ? navigate({ to: '/notifications' })
        : navigate({ to: '/tasks/$taskId', params: { taskId } })),
    [navigate],
  )
  useShowInBrowser(openTask)
  const unread = data?.unread_count ?? 0
  // The name says what the badge shows, so that voice control finds the button by it.
  const count = unread > MOST_SHOWN ? `${MOST_SHOWN}+` : String(unread)
  return (
    <Popover open={open} onOpenChange={setOpen}>
      <PopoverTrigger asChild>
        <Button
          variant="ghost"
          size="icon"
          className="relative"
          aria-label={unread > 0 ? `Notifications, ${count} unread` : 'Notifications'}
        >
          <Bell aria-hidden />
          {unread > 0 && (
            <span
              aria-hidden
              className="absolute -top-0.5 -right-0.5 min-w-4 rounded-full bg-danger-solid px-1 text-2xs font-semibold text-white tabular"
            >
              {count}
            </span>
          )}
        </Button>
      </PopoverTrigger>
      <PopoverContent align="end" aria-label="Notifications" className="w-[min(24rem,calc(100vw-1rem))] p-0">
        <Suspense fallback={<SkeletonRows label="Loading notifications" />}>
          <NotificationPanel onNavigate={() => setOpen(false)} />
        </Suspense>
      </PopoverContent>
    </Popover>
  )
}
