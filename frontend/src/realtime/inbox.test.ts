import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { keys } from '@/api/keys'
import { aNotification } from '@/test/fixtures'
import { aQueryClient } from '@/test/render'
import { toLiveEvent, type LiveEvent } from './events'
import { Inbox } from './inbox'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function anEvent(seq?: number): LiveEvent {
  const event = toLiveEvent('project_update', {
    project_id: 5,
    update_type: 'updated',
    updated_by: 1,
    data: {},
    timestamp: '2026-05-07T12:00:00Z',
    ...(seq !== undefined && { seq }),
  })
  if (!event) throw new Error('unknown event')
  return event
}

function aBusyInbox() {
  const client = aQueryClient()
  const reload = vi.spyOn(client, 'invalidateQueries').mockResolvedValue()
  return { client, reload, inbox: new Inbox(client) }
}

test('a burst of events loads what it leaves stale once', () => {
  const { inbox, reload } = aBusyInbox()
  for (let count = 0; count < 50; count += 1) inbox.receive(anEvent())
  vi.advanceTimersByTime(1000)
  expect(reload).toHaveBeenCalledTimes(3)
})

test('a steady stream of events reloads at a measured pace', () => {
  const { inbox, reload } = aBusyInbox()
  for (let tick = 0; tick < 90; tick += 1) {
    inbox.receive(anEvent())
    vi.advanceTimersByTime(100)
  }
  const reloads = reload.mock.calls.length / 3
  expect(reloads).toBeGreaterThanOrEqual(3)
  expect(reloads).toBeLessThanOrEqual(4)
})

test('the place to resume from is that of the latest event that had one', () => {
  const { inbox } = aBusyInbox()
  expect(inbox.lastSeq).toBeUndefined()
  inbox.receive(anEvent(7))
  inbox.receive(anEvent())
  expect(inbox.lastSeq).toBe(7)
})

test('after stopping nothing more is applied', () => {
  const { client, inbox } = aBusyInbox()
  client.setQueryData(keys.notifications, { notifications: [], unread_count: 0 })
  const event = toLiveEvent('notification', aNotification())
  if (event) inbox.receive(event)
  inbox.stop()
  vi.advanceTimersByTime(10_000)
  expect(client.getQueryData(keys.notifications)).toEqual({ notifications: [], unread_count: 0 })
})
