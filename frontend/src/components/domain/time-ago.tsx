import { useSyncExternalStore } from 'react'
import { formatDateTime, formatRelative } from '@/lib/time'

const TICK_MS = 30_000

let minute = Date.now()
const listeners = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined

/** One clock for every relative time on the page. */
function subscribe(listener: () => void) {
  listeners.add(listener)
  timer ??= setInterval(() => {
    minute = Date.now()
    for (const each of listeners) each()
  }, TICK_MS)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

/** How long ago, kept up to date; the full time on hover. */
export function TimeAgo({ at, className }: { at: string; className?: string }) {
  useSyncExternalStore(subscribe, () => minute)
  return (
    <time dateTime={at} title={formatDateTime(at)} className={className}>
      {formatRelative(at)}
    </time>
  )
}
