import { createServer, type Server as HttpServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { QueryClient } from '@tanstack/react-query'
import { http, HttpResponse, passthrough } from 'msw'
import { Server, type Socket } from 'socket.io'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { keys } from '@/api/keys'
import type { NotificationList } from '@/api/types'
import { aNotification } from '@/test/fixtures'
import { aQueryClient } from '@/test/render'
import { server as api } from '@/test/server'
import { LiveConnection } from './connection'
import { liveStatus } from './status'

let httpServer: HttpServer
let live: Server
let origin: string
let client: QueryClient
let connection: LiveConnection
let refuse: boolean

beforeEach(async () => {
  api.use(http.all('*/socket.io/*', () => passthrough()))
  refuse = false
  httpServer = createServer()
  live = new Server(httpServer, { cors: { origin: true, credentials: true } })
  live.use((_socket, next) => next(refuse ? new Error('Connection rejected by server') : undefined))
  await new Promise<void>((resolve) => httpServer.listen(0, resolve))
  origin = `http://localhost:${(httpServer.address() as AddressInfo).port}`
  client = aQueryClient()
  client.setQueryData<NotificationList>(keys.notifications, { notifications: [], unread_count: 0 })
  connection = new LiveConnection(client, origin)
})

afterEach(async () => {
  connection.stop()
  await live.close()
})

/** Starts the client and gives the server's end of its connection. */
async function connected(): Promise<Socket> {
  const arrival = nextSocket()
  connection.start()
  const socket = await arrival
  await vi.waitFor(() => expect(liveStatus()).toBe('live'))
  return socket
}

function nextSocket(): Promise<Socket> {
  return new Promise((resolve) => live.once('connection', resolve))
}

function unread() {
  return client.getQueryData<NotificationList>(keys.notifications)?.unread_count
}

test('an event from the server changes what is on screen', async () => {
  const socket = await connected()
  socket.emit('notification', aNotification())
  await vi.waitFor(() => expect(unread()).toBe(1))
})

test('after a lost connection the client resumes from the last event it saw', async () => {
  const socket = await connected()
  socket.emit('notification', { ...aNotification(), seq: 41 })
  await vi.waitFor(() => expect(unread()).toBe(1))
  const arrival = nextSocket()
  socket.conn.close()
  expect((await arrival).handshake.auth).toEqual({ last_seq: 41 })
})

test('the rooms on screen are named when it resumes, so that all are caught up together', async () => {
  const socket = await connected()
  connection.enterRoom('project', 5)
  connection.enterRoom('task', 3)
  socket.emit('notification', { ...aNotification(), seq: 41 })
  await vi.waitFor(() => expect(unread()).toBe(1))
  const arrival = nextSocket()
  socket.conn.close()
  expect((await arrival).handshake.auth).toEqual({ last_seq: 41, projects: [5], tasks: [3] })
})

test('without numbered events everything is loaded again after a lost connection', async () => {
  const socket = await connected()
  const arrival = nextSocket()
  socket.conn.close()
  await arrival
  await vi.waitFor(() => expect(client.getQueryState(keys.notifications)?.isInvalidated).toBe(true))
})

test('when the gap is too old to resume everything is loaded again', async () => {
  const socket = await connected()
  socket.emit('resync_required', {})
  await vi.waitFor(() => expect(client.getQueryState(keys.notifications)?.isInvalidated).toBe(true))
})

test('a refused connection renews the session and tries again', async () => {
  refuse = true
  let refreshes = 0
  api.use(
    http.post('*/api/v1/auth/refresh', () => {
      refreshes += 1
      refuse = false
      return HttpResponse.json({ token: 'x' })
    }),
  )
  connection.start()
  await vi.waitFor(() => expect(liveStatus()).toBe('live'), { timeout: 4000 })
  expect(refreshes).toBe(1)
})

test('a page’s room is joined, joined again after a lost connection, and left with the page', async () => {
  const joins: unknown[] = []
  const ann = { id: 7, name: 'Ann', role: 'developer', joined_at: '2026-05-07T12:00:00Z' }
  live.on('connection', (socket) => {
    socket.on('join_task', (room: unknown, acknowledge: (answer: unknown) => void) => {
      joins.push(room)
      acknowledge({ status: 'success', presence: [ann] })
    })
  })
  const socket = await connected()
  const leave = connection.enterRoom('task', 3)
  await vi.waitFor(() => expect(client.getQueryData(keys.presence('task', 3))).toEqual([ann]))
  socket.conn.close()
  await vi.waitFor(() => expect(joins).toEqual([{ task_id: 3 }, { task_id: 3 }]), { timeout: 4000 })
  const [current] = [...live.sockets.sockets.values()]
  const left = new Promise((resolve) => current?.on('leave_task', resolve))
  leave()
  expect(await left).toEqual({ task_id: 3 })
  expect(client.getQueryData(keys.presence('task', 3))).toBeUndefined()
})

test('the browser going offline and online again shows in the status', async () => {
  await connected()
  window.dispatchEvent(new Event('offline'))
  expect(liveStatus()).toBe('offline')
  window.dispatchEvent(new Event('online'))
  await vi.waitFor(() => expect(liveStatus()).toBe('live'))
})
