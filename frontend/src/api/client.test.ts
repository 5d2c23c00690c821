import { http, HttpResponse } from 'msw'
import { expect, test, vi } from 'vitest'
import { answer, server, unauthorized } from '@/test/server'
import { api, toUrl } from './client'
import { ApiError, ConflictError } from './errors'
import { onSessionSignal } from './session-signal'

function failureOf(promise: Promise<unknown>): Promise<ApiError> {
  return promise.then(
    () => Promise.reject(new Error('expected a failure')),
    (error: unknown) => error as ApiError,
  )
}

/** A resource behind a token that has expired until it is renewed. */
function expiredUntilRenewed(refreshStatus = 200) {
  const counts = { refreshes: 0 }
  let renewed = false
  server.use(
    http.get('*/api/v1/projects', () =>
      renewed ? HttpResponse.json({ projects: [] }) : unauthorized('token_expired'),
    ),
    http.post('*/api/v1/auth/refresh', () => {
      counts.refreshes += 1
      renewed = refreshStatus === 200
      return refreshStatus === 200 ? HttpResponse.json({ token: 'x' }) : unauthorized('token_expired')
    }),
  )
  return counts
}

test('array values repeat their key and empty ones are left out', () => {
  expect(toUrl('/tasks', { status: ['todo', 'done'], q: '', page: 2, project_id: undefined })).toBe(
    '/api/v1/tasks?status=todo&status=done&page=2',
  )
})

test('a refused request carries the status and the server’s sentence', async () => {
  answer('get', '/tasks/9', { message: 'Resource not found' }, 404)
  const error = await failureOf(api.get('/tasks/9'))
  expect(error).toMatchObject({ status: 404, message: 'Resource not found', sessionEnded: false })
})

test('a conflict carries the row as it is now', async () => {
  answer('put', '/tasks/1', { message: 'Changed by somebody else', task: { id: 1, version: 4 } }, 409)
  const error = await failureOf(api.put('/tasks/1', { title: 'Mine', version: 3 }))
  expect(error).toBeInstanceOf(ConflictError)
  expect((error as ConflictError).fresh).toEqual({ id: 1, version: 4 })
})

test('a taken email is a refusal, not an edit conflict', async () => {
  answer('post', '/auth/register', { message: 'Email already registered' }, 409)
  expect(await failureOf(api.post('/auth/register', {}))).not.toBeInstanceOf(ConflictError)
})

test('a network failure says that the server cannot be reached', async () => {
  server.use(http.get('*/api/v1/users', () => HttpResponse.error()))
  const error = await failureOf(api.get('/users'))
  expect(error.unreachable).toBe(true)
  expect(error.transient).toBe(true)
})

test('an aborted request is not reported as a network failure', async () => {
  answer('get', '/users', { users: [] })
  const controller = new AbortController()
  controller.abort()
  await expect(api.get('/users', { signal: controller.signal })).rejects.toMatchObject({ name: 'AbortError' })
})

test('an expired session is renewed and the request repeated', async () => {
  const counts = expiredUntilRenewed()
  expect(await api.get('/projects')).toEqual({ projects: [] })
  expect(counts.refreshes).toBe(1)
})

test('many requests that fail together renew the session once', async () => {
  const counts = expiredUntilRenewed()
  await Promise.all(Array.from({ length: 8 }, () => api.get('/projects')))
  expect(counts.refreshes).toBe(1)
})

test('a session renewed by another tab in the meantime is not renewed again', async () => {
  const counts = expiredUntilRenewed()
  localStorage.setItem('devsync.renewed-at', String(Date.now() + 60_000))
  await failureOf(api.get('/projects'))
  expect(counts.refreshes).toBe(0)
})

test('when the session cannot be renewed everybody who listens is told, and the request fails', async () => {
  expiredUntilRenewed(401)
  const listener = vi.fn()
  const stop = onSessionSignal(listener)
  const error = await failureOf(api.get('/projects'))
  stop()
  expect(error.sessionEnded).toBe(true)
  expect(listener).toHaveBeenCalledWith('ended')
})

test('a wrong password does not lead to a renewal', async () => {
  answer('post', '/auth/login', { message: 'Invalid email or password' }, 401)
  expect(await failureOf(api.post('/auth/login', {}))).toMatchObject({
    status: 401,
    message: 'Invalid email or password',
  })
})

test('an unconnected GitHub account does not count as a lost session', async () => {
  answer('get', '/github/repositories', { message: 'GitHub account not connected' }, 401)
  expect((await failureOf(api.get('/github/repositories'))).sessionEnded).toBe(false)
})

test('an empty answer gives undefined', async () => {
  server.use(http.delete('*/api/v1/projects/1', () => new HttpResponse(null, { status: 204 })))
  expect(await api.delete('/projects/1')).toBeUndefined()
})

test('a rate limit says how long to wait', async () => {
  server.use(
    http.get('*/api/v1/users', () =>
      HttpResponse.json({ message: 'Slow down' }, { status: 429, headers: { 'Retry-After': '7' } }),
    ),
  )
  expect(await failureOf(api.get('/users'))).toMatchObject({ retryAfterSeconds: 7, transient: true })
})

test('a file arrives as a blob', async () => {
  server.use(http.get('*/api/v1/admin/audit-logs/export', () => HttpResponse.text('id,action')))
  expect(await (await api.blob('/admin/audit-logs/export')).text()).toBe('id,action')
})
