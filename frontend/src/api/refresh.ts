import { readStored, writeStored } from '@/lib/stored'
import { signalSessionEnded } from './session-signal'

const REFRESH_URL = '/api/v1/auth/refresh'
const LOCK_NAME = 'devsync.refresh'
/** While one tab waits for its answer all others wait for that tab. */
const TIMEOUT_MS = 15_000
/** When any tab last renewed the session. A time, not a token. */
const RENEWED_AT_KEY = 'renewed-at'

export type RefreshOutcome = 'renewed' | 'ended' | 'unavailable'

function renewedAt(): number {
  return Number(readStored(RENEWED_AT_KEY) ?? 0)
}

async function renew(failedRequestStartedAt: number): Promise<RefreshOutcome> {
  // Another tab may have renewed the cookie while this one waited for the lock.
  if (renewedAt() >= failedRequestStartedAt) return 'renewed'
  const response = await fetch(REFRESH_URL, {
    method: 'POST',
    credentials: 'same-origin',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }).catch(() => null)
  if (response?.ok) {
    writeStored(RENEWED_AT_KEY, String(Date.now()))
    return 'renewed'
  }
  if (response?.status !== 401) return 'unavailable'
  signalSessionEnded()
  return 'ended'
}

let running: Promise<RefreshOutcome> | null = null

/**
 * Renews the session cookie, once however many requests and tabs ask at the same time.
 * Browsers offer locks on secure origins only; elsewhere tabs fall back to the server's grace rule.
 */
export function refreshSession(failedRequestStartedAt: number): Promise<RefreshOutcome> {
  running ??= (
    'locks' in navigator
      ? navigator.locks.request(LOCK_NAME, () => renew(failedRequestStartedAt))
      : renew(failedRequestStartedAt)
  ).finally(() => {
    running = null
  })
  return running
}
