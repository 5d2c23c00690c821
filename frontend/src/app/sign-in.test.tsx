import { act, screen, waitFor } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { expect, test, vi } from 'vitest'
import { keys } from '@/api/keys'
import { signalSessionEnded } from '@/api/session-signal'
import { toast } from '@/lib/toast'
import { anEmptyTeam } from '@/test/empty-team'
import { aSession } from '@/test/fixtures'
import { accessibilityProblems, openPage } from '@/test/render'
import { answer, server, unauthorized } from '@/test/server'
import { watchSession } from './watch-session'

const session = aSession('developer')

function aStranger() {
  server.use(
    http.get('*/api/v1/auth/*', () => unauthorized('authorization_required')),
    http.post('*/api/v1/auth/refresh', () => unauthorized('authorization_required')),
  )
}

function anAccount(who = session) {
  answer('post', '/auth/login', { message: 'Login successful' })
  answer('post', '/auth/register', { message: 'User registered successfully' }, 201)
  answer('get', '/auth/me', { user: who.user })
  answer('get', '/auth/permissions', { role: who.role, permissions: who.permissions })
  anEmptyTeam()
}

test('a stranger sees what DevSync is and how to begin', async () => {
  openPage('/')
  expect(await screen.findByRole('heading', { level: 1, name: /the code behind it/ })).toBeInTheDocument()
  expect(screen.getByRole('link', { name: 'Start with your team' })).toHaveAttribute('href', '/register')
  expect(screen.getAllByRole('link', { name: 'Sign in' })[0]).toHaveAttribute('href', '/login')
  expect(await accessibilityProblems()).toEqual([])
})

test.each([
  [aSession('developer'), '/my-work', 'My work'],
  [aSession('team_lead'), '/overview', 'Overview'],
])('somebody who is signed in has no use for the front door', async (who, path, heading) => {
  anAccount(who)
  localStorage.setItem('devsync.signed-in', 'yes')
  const { router } = openPage('/')
  expect(await screen.findByRole('heading', { level: 1, name: heading })).toBeInTheDocument()
  expect(router.state.location.pathname).toBe(path)
})

test('a stranger signs in first and then gets where they wanted', async () => {
  aStranger()
  const { router, user } = openPage('/projects?q=portal')
  const email = await screen.findByRole('textbox', { name: /Email/ })
  anAccount()
  await user.type(email, 'ada@example.com')
  await user.type(screen.getByLabelText(/^Password/), 'password1{Enter}')
  expect(await screen.findByRole('heading', { level: 1, name: 'Projects' })).toBeInTheDocument()
  expect(router.state.location.href).toBe('/projects?q=portal')
})

test('the sign-in page never leads to another site', async () => {
  anAccount()
  const { router, user } = openPage('/login?redirect=https://evil.example')
  await user.type(await screen.findByRole('textbox', { name: /Email/ }), 'ada@example.com')
  await user.type(screen.getByLabelText(/^Password/), 'password1{Enter}')
  await screen.findByRole('heading', { level: 1, name: 'My work' })
  expect(router.state.location.pathname).toBe('/my-work')
})

test('a wrong password is said and the password field is ready for another try', async () => {
  answer('post', '/auth/login', { message: 'Invalid email or password' }, 401)
  const { user } = openPage('/login')
  await user.type(await screen.findByRole('textbox', { name: /Email/ }), 'ada@example.com')
  await user.type(screen.getByLabelText(/^Password/), 'wrong{Enter}')
  expect(await screen.findByText('Invalid email or password')).toBeInTheDocument()
  expect(screen.getByLabelText(/^Password/)).toHaveFocus()
  expect(await accessibilityProblems()).toEqual([])
})

test('missing fields are named before anything is sent', async () => {
  const { user } = openPage('/login')
  await user.click(await screen.findByRole('button', { name: 'Sign in' }))
  expect(await screen.findByText('Enter your email address.')).toBeInTheDocument()
  expect(screen.getByText('Enter your password.')).toBeInTheDocument()
})

test('the password rule is in sight before it is broken', async () => {
  const { user } = openPage('/register')
  const password = await screen.findByLabelText(/^Password/)
  expect(password).toHaveAccessibleDescription('At least 8 characters')
  await user.type(password, 'password1')
  expect(password).toHaveAccessibleDescription(/fulfilled/)
  await user.click(screen.getByRole('button', { name: 'Show password' }))
  expect(password).toHaveAttribute('type', 'text')
  expect(await accessibilityProblems()).toEqual([])
})

test('the first person to register is told that they are the administrator', async () => {
  anAccount(aSession('admin'))
  const { user } = openPage('/register')
  expect(await screen.findByText(/first person to register/)).toBeInTheDocument()
  await user.type(screen.getByRole('textbox', { name: /Name/ }), 'Ada')
  await user.type(screen.getByRole('textbox', { name: /Email/ }), 'ada@example.com')
  await user.type(screen.getByLabelText(/^Password/), 'password1{Enter}')
  expect(await screen.findByText('Welcome, you are the administrator')).toBeInTheDocument()
})

test('a closed registration says so', async () => {
  answer(
    'post',
    '/auth/register',
    { message: 'User registration is currently disabled by an administrator' },
    403,
  )
  const { user } = openPage('/register')
  await user.type(await screen.findByRole('textbox', { name: /Name/ }), 'Ada')
  await user.type(screen.getByRole('textbox', { name: /Email/ }), 'ada@example.com')
  await user.type(screen.getByLabelText(/^Password/), 'password1{Enter}')
  expect(await screen.findByText(/currently disabled/)).toBeInTheDocument()
})

test('an ended session leads to the sign-in page and remembers the way back', async () => {
  anAccount()
  localStorage.setItem('devsync.signed-in', 'yes')
  const trouble = vi.spyOn(console, 'error')
  const { router, client } = openPage('/tasks?q=login', { session })
  const stop = watchSession(router, client)
  await screen.findByRole('heading', { level: 1, name: 'Tasks' })
  signalSessionEnded()
  expect(await screen.findByText(/Your session has ended/)).toBeInTheDocument()
  expect(router.state.location.search).toEqual({ redirect: '/tasks?q=login', expired: true })
  expect(trouble).not.toHaveBeenCalled()
  stop()
})

test('signing out ends at the sign-in page with nothing left in memory', async () => {
  anAccount()
  localStorage.setItem('devsync.signed-in', 'yes')
  const trouble = vi.spyOn(console, 'error')
  server.use(http.post('*/api/v1/auth/logout', () => HttpResponse.json({ message: 'Logout successful' })))
  const { router, client, user } = openPage('/tasks', { session })
  await user.click(await screen.findByRole('button', { name: /Your menu/ }))
  await user.click(await screen.findByRole('menuitem', { name: 'Sign out' }))
  await waitFor(() => expect(router.state.location.pathname).toBe('/login'))
  await waitFor(() => expect(client.getQueryCache().getAll()).toEqual([]))
  expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeInTheDocument()
  expect(trouble).not.toHaveBeenCalled()
})

test.each(['refused with it', 'refused because of it'])(
  'signing out is never called an expiry, though requests are %s',
  async (when) => {
    anAccount()
    localStorage.setItem('devsync.signed-in', 'yes')
    const { router, client, user } = openPage('/tasks', { session })
    const stop = watchSession(router, client)
    await screen.findByRole('heading', { level: 1, name: 'Tasks' })
    server.use(
      http.post('*/api/v1/auth/refresh', () => unauthorized('token_revoked')),
      http.post('*/api/v1/auth/logout', () =>
        when === 'refused with it'
          ? unauthorized('token_revoked')
          : HttpResponse.json({ message: 'Logout successful' }),
      ),
      http.get('*/api/v1/tasks', () => unauthorized('token_revoked')),
    )
    await user.click(await screen.findByRole('button', { name: /Your menu/ }))
    await user.click(await screen.findByRole('menuitem', { name: 'Sign out' }))
    void client.invalidateQueries({ queryKey: keys.tasks.all })
    expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeInTheDocument()
    await waitFor(() => expect(client.getQueryCache().getAll()).toEqual([]))
    expect(router.state.location.href).toBe('/login')
    expect(screen.queryByText(/Your session has ended/)).not.toBeInTheDocument()
    stop()
  },
)

test('a tab that learns of the signing out by a refusal first does not speak of an expiry', async () => {
  anAccount()
  const { router, client } = openPage('/tasks', { session })
  const stop = watchSession(router, client)
  await screen.findByRole('heading', { level: 1, name: 'Tasks' })
  signalSessionEnded()
  const otherTab = new BroadcastChannel('devsync.session')
  otherTab.postMessage('signed-out')
  expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeInTheDocument()
  await waitFor(() => expect(router.state.location.search).toEqual({ redirect: '/tasks' }))
  expect(screen.queryByText(/Your session has ended/)).not.toBeInTheDocument()
  otherTab.close()
  stop()
})

test('signing out in one tab ends the others', async () => {
  anAccount()
  const { router, client } = openPage('/tasks', { session })
  const stop = watchSession(router, client)
  await screen.findByRole('heading', { level: 1, name: 'Tasks' })
  const otherTab = new BroadcastChannel('devsync.session')
  otherTab.postMessage('signed-out')
  expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeInTheDocument()
  expect(router.state.location.search).toEqual({ redirect: '/tasks' })
  otherTab.close()
  stop()
})

test('messages of one person are not shown to the next', async () => {
  anAccount()
  const { router, client, user } = openPage('/tasks', { session })
  const stop = watchSession(router, client)
  await screen.findByRole('heading', { level: 1, name: 'Tasks' })
  act(() => toast.info('About your task'))
  expect(await screen.findByText('About your task')).toBeInTheDocument()
  signalSessionEnded()
  await user.type(await screen.findByRole('textbox', { name: /Email/ }), 'ben@example.com')
  await user.type(screen.getByLabelText(/^Password/), 'password1{Enter}')
  await screen.findByRole('heading', { level: 1, name: 'Tasks' })
  await user.click(screen.getByRole('button', { name: 'New task' }))
  expect(await screen.findByRole('dialog', { name: 'New task' })).toBeInTheDocument()
  expect(screen.queryByText('About your task')).not.toBeInTheDocument()
  stop()
})
