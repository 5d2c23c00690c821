import { queryOptions, useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { api } from '@/api/client'
import { keys } from '@/api/keys'
import type { Notification, NotificationList, NoteInput } from '@/api/types'

/** All notifications of the caller, newest first, with the number of unread ones. */
export function notificationsQuery() {
  return queryOptions({
    queryKey: keys.notifications,
    queryFn: ({ signal }) => api.get<NotificationList>('/notifications', { signal }),
    // News come in front, where comparing a long list place by place finds every place changed.
    structuralSharing: false,
  })
}

/** Changes the list on screen at once and returns how it was. */
async function optimistically(client: QueryClient, change: (list: Notification[]) => Notification[]) {
  await client.cancelQueries({ queryKey: keys.notifications })
  const before = client.getQueryData<NotificationList>(keys.notifications)
  client.setQueryData<NotificationList>(keys.notifications, (known) => {
    if (!known) return known
    const notifications = change(known.notifications)
    return { notifications, unread_count: notifications.filter((each) => !each.is_read).length }
  })
  return { before }
}

function useListChange<T>(
  failure: string,
  call: (input: T) => Promise<unknown>,
  change: (list: Notification[], input: T) => Notification[],
) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: call,
    meta: { failure },
    onMutate: (input: T) => optimistically(client, (list) => change(list, input)),
    onError: (_error, _input, context) => client.setQueryData(keys.notifications, context?.before),
    onSettled: () => client.invalidateQueries({ queryKey: keys.notifications }),
  })
}

function asRead(notification: Notification): Notification {
  return { ...notification, is_read: true, read: true }
}

export function useMarkRead() {
  return useListChange(
    'The notification is still unread',
    (id: number) => api.put(`/notifications/${id}/read`),
    (list, id) => list.map((each) => (each.id === id ? asRead(each) : each)),
  )
}

export function useMarkAllRead() {
  return useListChange(
    'The notifications are still unread',
    () => api.put('/notifications/read-all'),
    (list) => list.map(asRead),
  )
}

/** The list learns of one to oneself by its live event; where there is none, by loading again. */
export function useSendNote() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (note: NoteInput) => api.post('/notifications', note),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.notifications }),
  })
}

export function useDeleteNotification() {
  return useListChange(
    'The notification was not deleted',
    (id: number) => api.delete(`/notifications/${id}`),
    (list, id) => list.filter((each) => each.id !== id),
  )
}
