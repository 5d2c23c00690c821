import { Link } from '@tanstack/react-router'
import { Check, Trash2 } from 'lucide-react'
import type { Notification } from '@/api/types'
import { TimeAgo } from '@/components/domain/time-ago'
import { IconButton } from '@/components/ui/icon-button'
import { cn } from '@/lib/cn'
import '@/lib/last-focus'
import { useDeleteNotification, useMarkRead } from '../api/notifications'

interface NotificationRowProps {
  notification: Notification
  onNavigate?: () => void
}

export function NotificationRow({ notification, onNavigate }: NotificationRowProps) {
  const markRead = useMarkRead()
  const remove = useDeleteNotification()
  const { id, title, message, is_read: isRead, task_id: taskId, created_at: createdAt } = notification

  function open() {
    if (!isRead) markRead.mutate(id)
    onNavigate?.()
  }

  return (
    <li
      className={cn(
        'flex items-start gap-2 border-b py-2.5 pr-1.5 pl-4 last:border-0',
        !isRead && 'bg-selected',
      )}
    >
      <div className="min-w-0 flex-1">
        <p className="font-medium">
          {!isRead && <span className="sr-only">Unread: </span>}
          {taskId === null ? (
            title
          ) : (
            <Link to="/tasks/$taskId" params={{ taskId }} onClick={open} className="hover:underline">
              {title}
            </Link>
          )}
        </p>
        <p className="text-sm break-words text-muted">{message}</p>
        <TimeAgo at={createdAt} className="text-xs text-muted" />
      </div>
      {!isRead && (
        <IconButton label="Mark as read" size="icon-sm" onClick={() => markRead.mutate(id)}>
          <Check aria-hidden />
        </IconButton>
      )}
      <IconButton label="Delete notification" size="icon-sm" onClick={() => remove.mutate(id)}>
        <Trash2 aria-hidden />
      </IconButton>
    </li>
  )
}
