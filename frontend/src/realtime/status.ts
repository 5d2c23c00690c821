import { useSyncExternalStore } from 'react'

/**
 * `connecting` until the first connection stands, `live` while it does, `reconnecting` after losing it,
 * `offline` when the browser itself has no network, `off` when nobody is signed in.
 */
export type LiveStatus = 'off' | 'connecting' | 'live' | 'reconnecting' | 'offline'

let status: LiveStatus = 'off'
const listeners = new Set<() => void>()

export function setLiveStatus(next: LiveStatus) {
  if (next === status) return
  status = next
  for (const listener of listeners) listener()
}

export function liveStatus(): LiveStatus {
  return status
}

function onLiveStatus(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useLiveStatus(): LiveStatus {
  return useSyncExternalStore(onLiveStatus, liveStatus)
}
