import { http, HttpResponse } from 'msw'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { server, unauthorized } from '@/test/server'

type Refresh = typeof import('./refresh')

/** The module once more, as another tab has it: with its own memory, but the same storage and locks. */
function aTab(name: string): Promise<Refresh> {
  const path = `./refresh.ts?tab=${name}`
  return import(/* @vite-ignore */ path) as Promise<Refresh>
}

/** Browsers have one for all tabs of an origin; jsdom has none. */
class Locks {
  private last: Promise<unknown> = Promise.resolve()
  request<T>(_name: string, work: () => Promise<T>): Promise<T> {
    const result = this.last.then(work)
    this.last = result.catch(() => undefined)
    return result
  }
}

beforeEach(() => void Object.defineProperty(navigator, 'locks', { value: new Locks(), configurable: true }))
afterEach(() => void Reflect.deleteProperty(navigator, 'locks'))

function countRefreshes(reply: () => Response) {
  const counts = { refreshes: 0 }
  server.use(
    http.post('*/api/v1/auth/refresh', () => {
      counts.refreshes += 1
      return reply()
    }),
  )
  return counts
}

test('tabs whose requests fail together renew the session once', async () => {
  const counts = countRefreshes(() => HttpResponse.json({ token: 'x' }))
  const tabs = await Promise.all(['one', 'two', 'three'].map(aTab))
  const failedAt = Date.now()
  const outcomes = await Promise.all(tabs.map((tab) => tab.refreshSession(failedAt)))
  expect(outcomes).toEqual(['renewed', 'renewed', 'renewed'])
  expect(counts.refreshes).toBe(1)
})

test('a request that fails after the last renewal leads to another', async () => {
  const counts = countRefreshes(() => HttpResponse.json({ token: 'x' }))
  const { refreshSession } = await aTab('one')
  await refreshSession(Date.now())
  await refreshSession(Date.now() + 1000)
  expect(counts.refreshes).toBe(2)
})

test('a server that is away does not end the session', async () => {
  countRefreshes(() => HttpResponse.json({ message: 'Away' }, { status: 503 }))
  const { refreshSession } = await aTab('one')
  expect(await refreshSession(Date.now())).toBe('unavailable')
})

test('a network that is away does not end the session', async () => {
  countRefreshes(() => HttpResponse.error())
  const { refreshSession } = await aTab('one')
  expect(await refreshSession(Date.now())).toBe('unavailable')
})

test('a refused renewal ends the session', async () => {
  countRefreshes(() => unauthorized('token_revoked'))
  const { refreshSession } = await aTab('one')
  expect(await refreshSession(Date.now())).toBe('ended')
})
