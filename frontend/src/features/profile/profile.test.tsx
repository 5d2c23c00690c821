import { screen, waitFor } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import { aSession } from '@/test/fixtures'
import { accessibilityProblems, openPage } from '@/test/render'
import { answer, server } from '@/test/server'

const session = aSession('developer')
const at = '2026-05-07T12:00:00.000Z'
const here = {
  id: 'a',
  current: true,
  created_at: at,
  last_seen_at: at,
  expires_at: at,
  ip: '10.0.0.4',
  user_agent: 'Firefox/145.0 Linux',
}
const there = { ...here, id: 'b', current: false, ip: null, user_agent: 'Mozilla Android Chrome/143.0' }

beforeEach(() => {
  answer('get', '/notifications', { notifications: [], unread_count: 0 })
  answer('get', '/github/status', { connected: false, username: '' })
  answer('get', '/auth/sessions', { sessions: [here, there] })
})

function sent(path: string, status = 200, message = 'ok') {
  const bodies: unknown[] = []
  server.use(
    http.put(`*/api/v1${path}`, async ({ request }) => {
      bodies.push(await request.json())
      return HttpResponse.json({ message }, { status })
    }),
  )
  return bodies
}

test('name and email are saved, and the page has nothing axe finds wrong', async () => {
  const bodies = sent('/profile')
  answer('get', '/auth/me', { user: { ...session.user, name: 'Ada M.' } })
  answer('get', '/auth/permissions', { role: 'developer', permissions: session.permissions })
  const { user } = openPage('/profile', { session })
  const name = await screen.findByRole('textbox', { name: /^Name/ })
  await screen.findByText('Firefox on Linux')
  expect(await accessibilityProblems()).toEqual([])
  await user.clear(name)
  await user.type(name, 'Ada M.')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(await screen.findByText('Your profile is saved')).toBeInTheDocument()
  expect(bodies).toEqual([{ name: 'Ada M.', email: 'ada@example.com' }])
})

test('an email that is taken is said beside the form', async () => {
  sent('/profile', 409, 'Email already in use')
  const { user } = openPage('/profile', { session })
  await user.type(await screen.findByRole('textbox', { name: /^Email/ }), 'x')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(await screen.findByText('Email already in use')).toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: 'Undo' }))
  expect(screen.getByRole('textbox', { name: /^Email/ })).toHaveValue('ada@example.com')
})

test('a wrong current password leads back to its field', async () => {
  sent('/profile', 400, 'Current password is incorrect')
  const { user } = openPage('/profile', { session })
  await user.type(await screen.findByLabelText(/^Current password/), 'wrong')
  await user.type(screen.getByLabelText(/^New password/), 'password2')
  await user.click(screen.getByRole('button', { name: 'Change password' }))
  expect(await screen.findByText('Current password is incorrect')).toBeInTheDocument()
  expect(screen.getByLabelText(/^Current password/)).toHaveFocus()
})

test('a new password that is too short is not sent', async () => {
  const bodies = sent('/profile')
  const { user } = openPage('/profile', { session })
  await user.type(await screen.findByLabelText(/^Current password/), 'password1')
  await user.type(screen.getByLabelText(/^New password/), 'short')
  await user.click(screen.getByRole('button', { name: 'Change password' }))
  await waitFor(() => expect(screen.getByLabelText(/^New password/)).toBeInvalid())
  expect(bodies).toEqual([])
})

test('a session that could not be ended is still listed', async () => {
  answer('delete', '/auth/sessions/b', { message: 'Try later' }, 500)
  const { user } = openPage('/profile', { session })
  await user.click(await screen.findByRole('button', { name: 'End the session of Chrome on Android' }))
  expect(await screen.findByText('Try later')).toBeInTheDocument()
  expect(screen.getByText('Chrome on Android')).toBeInTheDocument()
})

test('all other sessions end after a question', async () => {
  server.use(
    http.delete('*/api/v1/auth/sessions', () => {
      answer('get', '/auth/sessions', { sessions: [here] })
      return HttpResponse.json({ message: 'ok' })
    }),
  )
  const { user } = openPage('/profile', { session })
  await user.click(await screen.findByRole('button', { name: 'End all others' }))
  await user.click(await screen.findByRole('button', { name: 'End them' }))
  await waitFor(() => expect(screen.queryByText('Chrome on Android')).not.toBeInTheDocument())
  expect(screen.getByText('Firefox on Linux')).toBeInTheDocument()
})

test('a changed password is said, and its fields are empty again', async () => {
  const bodies = sent('/profile')
  answer('get', '/auth/me', { user: session.user })
  answer('get', '/auth/permissions', { role: session.role, permissions: session.permissions })
  const { user } = openPage('/profile', { session })
  const current = await screen.findByLabelText(/^Current password/)
  await user.type(current, 'password1')
  await user.type(screen.getByLabelText(/^New password/), 'password2')
  await user.click(screen.getByRole('button', { name: 'Change password' }))
  expect(await screen.findByText('Your password is changed')).toBeInTheDocument()
  expect(bodies).toEqual([{ current_password: 'password1', new_password: 'password2' }])
  expect(current).toHaveValue('')
})

test('one session ends at once', async () => {
  server.use(
    http.delete('*/api/v1/auth/sessions/b', () => {
      answer('get', '/auth/sessions', { sessions: [here] })
      return HttpResponse.json({ message: 'ok' })
    }),
  )
  const { user } = openPage('/profile', { session })
  await user.click(await screen.findByRole('button', { name: 'End the session of Chrome on Android' }))
  expect(await screen.findByText('The session is ended')).toBeInTheDocument()
  expect(screen.queryByText('Chrome on Android')).not.toBeInTheDocument()
  expect(screen.queryByRole('button', { name: 'End all others' })).not.toBeInTheDocument()
})
