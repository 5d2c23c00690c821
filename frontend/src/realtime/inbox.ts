import { hashKey, notifyManager, type QueryClient, type QueryKey } from '@tanstack/react-query'
import type { LiveEvent } from './events'
import { applyEvents } from './reducer'

const FLUSH_AFTER_MS = 30
const RELOAD_AFTER_MS = 100
/** Well inside the server's request limit even when a busy team keeps several queries stale. */
const RELOAD_EVERY_MS = 3000

/**
 * Collects events so that a burst costs one render, and reloads what they leave stale: soon after the first
 * event, then at a measured pace. Receiving an event twice does no harm.
 */
export class Inbox {
  private events: LiveEvent[] = []
  private readonly stale = new Map<string, QueryKey>()
  private flushTimer: ReturnType<typeof setTimeout> | undefined
  private reloadTimer: ReturnType<typeof setTimeout> | undefined
  private reloadedAt = 0
  private latestSeq: number | undefined

  constructor(private readonly client: QueryClient) {}

  /** The position to resume from after a lost connection, if the server numbers its events. */
  get lastSeq(): number | undefined {
    return this.latestSeq
  }

  receive(event: LiveEvent) {
    this.latestSeq = event.payload.seq ?? this.latestSeq
    this.events.push(event)
    this.flushTimer ??= setTimeout(() => this.flush(), FLUSH_AFTER_MS)
  }

  stop() {
    clearTimeout(this.flushTimer)
    clearTimeout(this.reloadTimer)
    this.flushTimer = this.reloadTimer = undefined
    this.events = []
    this.stale.clear()
    this.latestSeq = undefined
  }

  private flush() {
    this.flushTimer = undefined
    const events = this.events
    this.events = []
    notifyManager.batch(() => {
      for (const key of applyEvents(this.client, events)) this.stale.set(hashKey(key), key)
    })
    if (this.stale.size === 0) return
    const delay = Math.max(RELOAD_AFTER_MS, this.reloadedAt + RELOAD_EVERY_MS - Date.now())
    this.reloadTimer ??= setTimeout(() => this.reload(), delay)
  }

  private reload() {
    this.reloadTimer = undefined
    this.reloadedAt = Date.now()
    const keys = [...this.stale.values()]
    this.stale.clear()
    for (const queryKey of keys) void this.client.invalidateQueries({ queryKey })
  }
}
