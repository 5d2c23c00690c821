import { act, screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { beforeEach, expect, test, vi } from 'vitest'
import { keys } from '@/api/keys'
import type { NotificationList } from '@/api/types'
import { aNotification, aSession, aUser } from '@/test/fixtures'
import { accessibilityProblems, openPage } from '@/test/render'
import { answer, server } from '@/test/server'

const session = aSession('developer')
const list: NotificationList = {
  notifications: [
    aNotification({ id: 2, title: 'You Were Mentioned' }),
    aNotification({ id: 1, title: 'Old news', is_read: true, read: true, task_id: null }),
  ],
  unread_count: 1,
}

beforeEach(() => answer('get', '/notifications', { ...list }))

test('the page lists all, and only the unread ones on request', async () => {
  const { router, user } = openPage('/notifications', { session })
  expect(await screen.findByText('Old news')).toBeInTheDocument()
  await user.click(screen.getByRole('radio', { name: 'Unread' }))
  await waitFor(() => expect(screen.queryByText('Old news')).not.toBeInTheDocument())
  expect(router.state.location.href).toBe('/notifications?show=unread')
  expect(await accessibilityProblems()).toEqual([])
})

test('marking all as read shows at once and empties the unread ones', async () => {
  server.use(
    http.put('*/api/v1/notifications/read-all', () => {
      answer('get', '/notifications', {
        notifications: list.notifications.map((each) => ({ ...each, is_read: true })),
        unread_count: 0,
      })
      return HttpResponse.json({ message: 'ok' })
    }),
  )
  const { user } = openPage('/notifications?show=unread', { session })
  await user.click(await screen.findByRole('button', { name: 'Mark all as read' }))
  expect(await screen.findByText('All read')).toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: 'Show all notifications' }))
  expect(await screen.findByText('Old news')).toBeInTheDocument()
})

test('a notification disappears at once when it is deleted, and another is read by following it', async () => {
  let arrived = () => {}
  answer('put', '/notifications/2/read', { message: 'ok' })
  answer('get', '/tasks/1', { message: 'Resource not found' }, 404)
  server.use(
    http.delete('*/api/v1/notifications/1', async () => {
      await new Promise<void>((resolve) => (arrived = resolve))
      answer('get', '/notifications', { ...list, notifications: list.notifications.slice(0, 1) })
      return HttpResponse.json({ message: 'ok' })
    }),
  )
  const { router, user } = openPage('/notifications', { session })
  await screen.findByText('Old news')
  await user.click(screen.getAllByRole('button', { name: 'Delete notification' })[1]!)
  // Before the server has said anything.
  await waitFor(() => expect(screen.queryByText('Old news')).not.toBeInTheDocument())
  // What comes next is at hand.
  await waitFor(() => expect(screen.getByRole('button', { name: 'Delete notification' })).toHaveFocus())
  arrived()
  await user.click(screen.getByRole('link', { name: 'You Were Mentioned' }))
  await waitFor(() => expect(router.state.location.pathname).toBe('/tasks/1'))
})

test('a notification that could not be deleted comes back with the reason', async () => {
  let refuse = () => {}
  server.use(
    http.delete('*/api/v1/notifications/2', async () => {
      await new Promise<void>((resolve) => (refuse = resolve))
      return HttpResponse.json({ message: 'Not today' }, { status: 500 })
    }),
  )
  const { user } = openPage('/notifications?show=unread', { session })
  await user.click(await screen.findByRole('button', { name: 'Delete notification' }))
  await waitFor(() => expect(screen.queryByText('You Were Mentioned')).not.toBeInTheDocument())
  refuse()
  expect(await screen.findByText('Not today')).toBeInTheDocument()
  expect(screen.getByText('You Were Mentioned')).toBeInTheDocument()
})

/** Remembers the notes that are sent. */
function onNote() {
  const sent: unknown[] = []
  server.use(
    http.post('*/api/v1/notifications', async ({ request }) => {
      sent.push(await request.json())
      return HttpResponse.json({ message: 'ok', notification: aNotification({ id: 9 }) }, { status: 201 })
    }),
  )
  return sent
}

test('a lead sends a note to somebody', async () => {
  const sent = onNote()
  answer('get', '/users', {
    users: [aUser(), aUser({ id: 2, name: 'Ben Schulz', email: 'ben@example.com' })],
  })
  const { user } = openPage('/notifications', { session: aSession('team_lead') })
  await user.click(await screen.findByRole('button', { name: 'Send a note' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Send a note' }))
  await user.type(dialog.getByRole('textbox', { name: /Message/ }), 'Please look at the release')
  expect(dialog.getByRole('button', { name: 'Send' })).toBeDisabled()
  await user.click(dialog.getByRole('combobox', { name: /To/ }))
  await user.click(await screen.findByRole('option', { name: 'Ben Schulz' }))
  expect(await accessibilityProblems()).toEqual([])
  await user.click(dialog.getByRole('button', { name: 'Send' }))
  expect(await screen.findByText('The note is sent')).toBeInTheDocument()
  expect(sent).toEqual([{ user_id: 2, message: 'Please look at the release', task_id: null }])
})

test('a developer notes something for themselves only, and what was begun is there again', async () => {
  const { user } = openPage('/notifications', { session })
  await user.click(await screen.findByRole('button', { name: 'Note to myself' }))
  await user.type(await screen.findByRole('textbox', { name: /Message/ }), 'Call Ben')
  expect(screen.queryByRole('combobox', { name: /To/ })).not.toBeInTheDocument()
  await user.keyboard('{Escape}')
  await user.click(screen.getByRole('button', { name: 'Note to myself' }))
  expect(await screen.findByRole('textbox', { name: /Message/ })).toHaveValue('Call Ben')
  answer('post', '/notifications', { message: 'Not today' }, 500)
  await user.click(screen.getByRole('button', { name: 'Send' }))
  expect(await screen.findByText('Not today')).toBeInTheDocument()
  const sent = onNote()
  await user.click(screen.getByRole('button', { name: 'Send' }))
  await waitFor(() => expect(sent).toEqual([{ user_id: 1, message: 'Call Ben', task_id: null }]))
})

test('a long list is shown in steps', async () => {
  answer('get', '/notifications', {
    notifications: Array.from({ length: 60 }, (_, index) => aNotification({ id: 60 - index })),
    unread_count: 60,
  })
  const { user } = openPage('/notifications', { session })
  await user.click(await screen.findByRole('button', { name: 'Show older ones (10)' }))
  await waitFor(() => expect(screen.queryByRole('button', { name: /older/ })).not.toBeInTheDocument())
})

function aBrowserThat(permission: NotificationPermission) {
  const shown: { title: string; onclick?: () => void; close: () => void }[] = []
  class FakeNotification {
    static permission: NotificationPermission = permission === 'denied' ? 'denied' : 'default'
    static requestPermission() {
      FakeNotification.permission = permission
      return Promise.resolve(permission)
    }
    onclick?: () => void
    close = vi.fn()
    constructor(public title: string) {
      shown.push(this)
    }
  }
  vi.stubGlobal('Notification', FakeNotification)
  return shown
}

test('whoever agrees is told in the browser what arrives while they look elsewhere', async () => {
  const shown = aBrowserThat('granted')
  vi.spyOn(window, 'focus').mockImplementation(() => {})
  answer('get', '/tasks/9', { message: 'Resource not found' }, 404)
  const { client, router, user } = openPage('/notifications', { session })
  await screen.findByText('Old news')
  await user.click(screen.getByRole('switch', { name: 'Notifications of the browser' }))
  await waitFor(() => expect(screen.getByRole('switch')).toBeChecked())
  const arrived = aNotification({ id: 3, title: 'New Reply', task_id: 9 })
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
  act(() => {
    client.setQueryData<NotificationList>(keys.notifications, {
      notifications: [arrived, ...list.notifications],
      unread_count: 2,
    })
  })
  await waitFor(() => expect(shown.map((each) => each.title)).toEqual(['New Reply']))
  act(() => shown[0]?.onclick?.())
  await waitFor(() => expect(router.state.location.pathname).toBe('/tasks/9'))
})

test('whoever blocked them is told where to change that', async () => {
  aBrowserThat('denied')
  openPage('/notifications', { session })
  expect(await screen.findByText(/Your browser blocks them/)).toBeInTheDocument()
  expect(screen.getByRole('switch')).toBeDisabled()
})

test('saying no to the browser’s question leaves them off', async () => {
  aBrowserThat('default')
  const { user } = openPage('/notifications', { session })
  await user.click(await screen.findByRole('switch'))
  await waitFor(() => expect(screen.getByRole('switch')).not.toBeChecked())
})
