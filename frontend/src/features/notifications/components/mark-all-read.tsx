import { useQuery } from '@tanstack/react-query'
import { CheckCheck } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { notificationsQuery, useMarkAllRead } from '../api/notifications'

export function MarkAllRead() {
  const { data } = useQuery(notificationsQuery())
  const markAllRead = useMarkAllRead()
  return (
    <Button disabled={!data || data.unread_count === 0} onClick={() => markAllRead.mutate(undefined)}>
      <CheckCheck aria-hidden />
      Mark all as read
    </Button>
  )
}
