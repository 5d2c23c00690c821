import { useSyncExternalStore } from 'react'

/** What somebody has begun to write and not sent. */
export interface Draft {
  /** What it is, for the list of texts whose place is gone. */
  label: string
  text: string
}

const STORE = 'devsync.drafts'

/** Of this tab, over reloads. Storage may be blocked or full; then drafts last as long as the page. */
function load(): ReadonlyMap<string, Draft> {
  try {
    return new Map(Object.entries(JSON.parse(sessionStorage.getItem(STORE) ?? '{}') as object))
  } catch {
    return new Map()
  }
}

let drafts = load()
const listeners = new Set<() => void>()

function publish(next: ReadonlyMap<string, Draft>) {
  drafts = next
  try {
    sessionStorage.setItem(STORE, JSON.stringify(Object.fromEntries(next)))
  } catch {
    // They are still in memory.
  }
  for (const listener of listeners) listener()
}

export function readDraft<T extends Draft>(place: string): T | undefined {
  return drafts.get(place) as T | undefined
}

/** Keeps what is written so far, or forgets it when there is nothing. */
export function keepDraft(place: string, draft: Draft | undefined) {
  if (!draft && !drafts.has(place)) return
  const next = new Map(drafts)
  if (draft) next.set(place, draft)
  else next.delete(place)
  publish(next)
}

/** Forgets what was begun at places that start like this; everything, if nothing is named. */
export function forgetDrafts(places = '') {
  publish(new Map([...drafts].filter(([place]) => !place.startsWith(places))))
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** All drafts by their places. */
export function useDrafts(): ReadonlyMap<string, Draft> {
  return useSyncExternalStore(subscribe, () => drafts)
}
