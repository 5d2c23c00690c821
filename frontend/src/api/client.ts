import { toApiError, unreachableError, type ApiError } from './errors'
import { refreshSession } from './refresh'

const BASE = '/api/v1'
const DEFAULT_TIMEOUT_MS = 30_000

type QueryValue = string | number | boolean | null | undefined
export type Query = Record<string, QueryValue | readonly QueryValue[]>

export interface RequestOptions {
  query?: Query
  signal?: AbortSignal | undefined
  timeoutMs?: number
}

interface Call extends RequestOptions {
  method: string
  body?: unknown
}

/** Repeats array values (`status=todo&status=done`) and leaves out what is empty. */
export function toUrl(path: string, query: Query = {}): string {
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(query)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item !== undefined && item !== null && item !== '') search.append(key, String(item))
    }
  }
  const text = search.toString()
  return `${BASE}${path}${text ? `?${text}` : ''}`
}

async function perform(path: string, call: Call): Promise<Response> {
  const timeout = AbortSignal.timeout(call.timeoutMs ?? DEFAULT_TIMEOUT_MS)
  try {
    return await fetch(toUrl(path, call.query), {
      method: call.method,
      credentials: 'same-origin',
      signal: call.signal ? AbortSignal.any([call.signal, timeout]) : timeout,
      ...(call.body !== undefined && {
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(call.body),
      }),
    })
  } catch (error) {
    if (call.signal?.aborted) throw error
    throw unreachableError()
  }
}

/** Signing in and registering answer 401 for reasons of their own; renewing the session would not help. */
function mayRenew(path: string, error: ApiError): boolean {
  return error.sessionEnded && path !== '/auth/login' && path !== '/auth/register'
}

async function send(path: string, call: Call): Promise<Response> {
  const startedAt = Date.now()
  const response = await perform(path, call)
  if (response.ok) return response
  const error = await toApiError(response)
  if (!mayRenew(path, error) || (await refreshSession(startedAt)) !== 'renewed') throw error
  const retried = await perform(path, call)
  if (retried.ok) return retried
  throw await toApiError(retried)
}

async function json<T>(path: string, call: Call): Promise<T> {
  const response = await send(path, call)
  return (response.status === 204 ? undefined : await response.json()) as T
}

/** The API, on the page's own origin with its cookie session. Failures are `ApiError`. */
export const api = {
  get: <T>(path: string, options?: RequestOptions) => json<T>(path, { ...options, method: 'GET' }),
  post: <T>(path: string, body?: unknown, options?: RequestOptions) =>
    json<T>(path, { ...options, method: 'POST', body }),
  put: <T>(path: string, body?: unknown, options?: RequestOptions) =>
    json<T>(path, { ...options, method: 'PUT', body }),
  patch: <T>(path: string, body?: unknown, options?: RequestOptions) =>
    json<T>(path, { ...options, method: 'PATCH', body }),
  delete: <T>(path: string, options?: RequestOptions) => json<T>(path, { ...options, method: 'DELETE' }),
  /** For CSV and other files. */
  blob: async (path: string, options?: RequestOptions) =>
    (await send(path, { ...options, method: 'GET' })).blob(),
}
