import { hashKey, useQueryClient } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import { keys } from '@/api/keys'
import type { Notification as Item, NotificationList } from '@/api/types'
import { readStored, writeStored } from '@/lib/stored'

const NOTIFICATIONS_HASH = hashKey(keys.notifications)
const PREFERENCE = 'browser-notifications'

/** `blocked`: the person once said no, and only the browser's own settings can change it. */
export type BrowserNotifications = 'unsupported' | 'blocked' | 'off' | 'on'

const listeners = new Set<() => void>()

function current(): BrowserNotifications {
  if (!('Notification' in globalThis)) return 'unsupported'
  if (Notification.permission === 'denied') return 'blocked'
  return Notification.permission === 'granted' && readStored(PREFERENCE) === 'on' ? 'on' : 'off'
}

function changed() {
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useBrowserNotifications(): BrowserNotifications {
  return useSyncExternalStore(subscribe, current)
}

/** Switching on asks the browser's question if it has not been answered yet. */
export async function setBrowserNotifications(on: boolean) {
  const agreed = on && (await Notification.requestPermission()) === 'granted'
  writeStored(PREFERENCE, agreed ? 'on' : null)
  changed()
}

/** One tab after the other may show the same news; the tag makes it one. */
function show(item: Item, onOpen: (item: Item) => void) {
  const shown = new Notification(item.title, { body: item.message, tag: `devsync-${item.id}` })
  shown.onclick = () => {
    window.focus()
    onOpen(item)
    shown.close()
  }
}

function newestOf(list: NotificationList | undefined): number {
  return list?.notifications.reduce((newest, { id }) => Math.max(newest, id), 0) ?? 0
}

/** Shows what arrives while nobody looks at the page, for people who have agreed to it. */
export function useShowInBrowser(onOpen: (item: Item) => void) {
  const client = useQueryClient()
  const state = useBrowserNotifications()
  useEffect(() => {
    if (state !== 'on') return
    const known = () => client.getQueryData<NotificationList>(keys.notifications)
    let seen = known() ? newestOf(known()) : null
    return client.getQueryCache().subscribe(({ query }) => {
      if (query.queryHash !== NOTIFICATIONS_HASH) return
      const list = known()
      if (!list) return
      const fresh = list.notifications.filter((item) => seen !== null && item.id > seen && !item.is_read)
      seen = Math.max(seen ?? 0, newestOf(list))
      if (document.visibilityState === 'hidden') for (const item of fresh) show(item, onOpen)
    })
  }, [client, state, onOpen])
}
