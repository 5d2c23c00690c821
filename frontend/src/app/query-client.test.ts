import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ApiError, unreachableError } from '@/api/errors'
import { remember } from '@/test/clients'
import { createAppQueryClient } from './query-client'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Loads something that fails with each of the errors in turn, and then works. */
function load(...errors: Error[]) {
  const queryFn = vi.fn<() => Promise<string>>().mockResolvedValue('here')
  for (const error of errors) queryFn.mockRejectedValueOnce(error)
  const result = remember(createAppQueryClient()).fetchQuery({ queryKey: ['thing'], queryFn })
  return { queryFn, outcome: result.catch((error: unknown) => error) }
}

test('a server that is away for a moment is asked again by itself', async () => {
  const { queryFn, outcome } = load(unreachableError(), new ApiError({ status: 503, message: 'Away' }))
  await vi.advanceTimersByTimeAsync(1000)
  expect(queryFn).toHaveBeenCalledTimes(2)
  await vi.advanceTimersByTimeAsync(2000)
  expect(await outcome).toBe('here')
})

test('a server that asks for patience is given it', async () => {
  const slowDown = new ApiError({ status: 429, message: 'Slow down', retryAfterSeconds: 7 })
  const { queryFn, outcome } = load(slowDown)
  await vi.advanceTimersByTimeAsync(6900)
  expect(queryFn).toHaveBeenCalledOnce()
  await vi.advanceTimersByTimeAsync(200)
  expect(await outcome).toBe('here')
})

test.each([
  ['a refusal', new ApiError({ status: 403, message: 'No' })],
  ['a mistake of our own', new TypeError('undefined')],
])('%s is not repeated', async (_what, error) => {
  const { queryFn, outcome } = load(error)
  expect(await outcome).toBe(error)
  expect(queryFn).toHaveBeenCalledOnce()
})

test('somebody who waits in vain is told after the third try', async () => {
  const { queryFn, outcome } = load(unreachableError(), unreachableError(), unreachableError())
  await vi.advanceTimersByTimeAsync(10_000)
  expect(await outcome).toBeInstanceOf(ApiError)
  expect(queryFn).toHaveBeenCalledTimes(3)
})
