import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { beforeEach, expect, test, vi } from 'vitest'
import { aSession, aTask } from '@/test/fixtures'
import { aConfig, anIssue, aRepository } from '@/test/github-fixtures'
import { accessibilityProblems, openPage } from '@/test/render'
import { answer, server } from '@/test/server'

const session = aSession('team_lead')

beforeEach(() => {
  answer('get', '/notifications', { notifications: [], unread_count: 0 })
  answer('get', '/github/status', { connected: true, username: 'ada' })
  answer('get', '/github/config-check', aConfig())
  answer('get', '/github/repositories', {
    repositories: [
      aRepository(1, { private: true, tracked: true }),
      aRepository(2, { description: 'Billing' }),
    ],
  })
})

test('the repositories are listed and searched', async () => {
  const { router, user } = openPage('/github', { session })
  expect(await screen.findByRole('link', { name: 'acme/repo-1' })).toBeInTheDocument()
  expect(await accessibilityProblems()).toEqual([])
  await user.type(screen.getByRole('textbox', { name: 'Search repositories' }), 'billing')
  await waitFor(() => expect(screen.queryByRole('link', { name: 'acme/repo-1' })).not.toBeInTheDocument())
  expect(screen.getByRole('link', { name: 'acme/repo-2' })).toBeInTheDocument()
  expect(router.state.location.href).toBe('/github?q=billing')
})

test('a search without a match can be cleared', async () => {
  const { user } = openPage('/github?q=404', { session })
  await user.click(await screen.findByRole('button', { name: 'Clear the search' }))
  expect(await screen.findByRole('link', { name: 'acme/repo-1' })).toBeInTheDocument()
})

test('without a connection the page offers one and leads to GitHub', async () => {
  answer('get', '/github/status', { connected: false, username: '' })
  answer('get', '/github/repositories', { message: 'GitHub account not connected' }, 401)
  answer('post', '/github/connect', { message: 'GitHub OAuth configuration is incomplete' }, 500)
  const { user } = openPage('/github', { session })
  const buttons = await screen.findAllByRole('button', { name: 'Connect GitHub' })
  await user.click(buttons[0]!)
  expect(await screen.findByText('GitHub OAuth configuration is incomplete')).toBeInTheDocument()
})

test('disconnecting asks first', async () => {
  answer('post', '/github/disconnect', { message: 'ok' })
  answer('get', '/auth/me', { user: session.user })
  answer('get', '/auth/permissions', { role: session.role, permissions: session.permissions })
  const { user } = openPage('/github', { session })
  await user.click(await screen.findByRole('button', { name: 'Disconnect' }))
  answer('get', '/github/status', { connected: false, username: '' })
  await user.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Disconnect' }))
  expect(await screen.findByText('GitHub is disconnected')).toBeInTheDocument()
})

test('who declined at GitHub is told so', async () => {
  openPage('/github?error=access_denied', { session })
  expect(await screen.findByText(/declined/)).toBeInTheDocument()
})

test('a code of GitHub arrives at the server as it was, even if it looks like a number', async () => {
  let sent: unknown
  server.use(
    http.post('*/api/v1/github/callback', async ({ request }) => {
      sent = await request.json()
      return HttpResponse.json({ success: true, github_username: 'ada' })
    }),
  )
  answer('get', '/auth/me', { user: session.user })
  answer('get', '/auth/permissions', { role: session.role, permissions: session.permissions })
  openPage('/github/callback?code=12345678901234567890&state=12e45', { session })
  expect(await screen.findByText('Connected as ada')).toBeInTheDocument()
  expect(sent).toEqual({ code: '12345678901234567890', state: '12e45' })
})

test('a code GitHub does not accept can be tried anew', async () => {
  answer('post', '/github/callback', { message: 'Failed to obtain access token' }, 400)
  openPage('/github/callback?code=a&state=b', { session })
  expect(await screen.findByText('Failed to obtain access token')).toBeInTheDocument()
  expect(screen.getByRole('button', { name: 'Connect GitHub' })).toBeInTheDocument()
})

test('coming back without a code says that nothing happened', async () => {
  openPage('/github/callback?error=access_denied', { session })
  expect(await screen.findByText(/declined/)).toBeInTheDocument()
})

test('the page after connecting asks the server instead of trusting the address', async () => {
  answer('get', '/auth/me', { user: session.user })
  answer('get', '/auth/permissions', { role: session.role, permissions: session.permissions })
  openPage('/github/connected?success=true&github_username=somebody', { session })
  expect(await screen.findByText('ada')).toBeInTheDocument()
})

test('issues are asked for by state, assignee and label, page by page', async () => {
  const queries: URLSearchParams[] = []
  server.use(
    http.get('*/api/v1/github/repositories/1/issues', ({ request }) => {
      queries.push(new URL(request.url).searchParams)
      return HttpResponse.json({
        issues: [anIssue(4), anIssue(5, { state: 'closed' })],
        pagination: { page: 1, per_page: 30, has_next: true },
      })
    }),
  )
  const { router, user } = openPage('/github/repositories/1?assignee=ben&labels=bug', { session })
  expect(await screen.findByRole('link', { name: /Issue 4/ })).toBeInTheDocument()
  expect(Object.fromEntries(queries[0]!)).toMatchObject({
    state: 'open',
    assignee: 'ben',
    labels: 'bug',
    page: '1',
  })
  await user.click(screen.getByRole('button', { name: 'Next page' }))
  await waitFor(() => expect(queries.at(-1)?.get('page')).toBe('2'))
  await user.click(screen.getByRole('radio', { name: 'Closed' }))
  await waitFor(() => expect(router.state.location.search).toMatchObject({ state: 'closed' }))
  await waitFor(() => expect(queries.at(-1)?.get('state')).toBe('closed'))
  expect(queries.at(-1)?.get('page')).toBe('1')
  expect(await accessibilityProblems()).toEqual([])
})

test('pull requests say whether they are merged, drafts or closed', async () => {
  answer('get', '/github/repositories/1/pulls', {
    pull_requests: [
      anIssue(1, { merged: true, draft: false, state: 'closed' }),
      anIssue(2, { merged: false, draft: true }),
      anIssue(3, { merged: false, draft: false, state: 'closed' }),
      anIssue(4, { merged: false, draft: false }),
    ],
  })
  openPage('/github/repositories/1?tab=pulls&state=all', { session })
  expect(await screen.findByText('Merged')).toBeInTheDocument()
  expect(screen.getByText('Draft')).toBeInTheDocument()
})

test('an issue is linked to a task somebody searches for', async () => {
  answer('get', '/github/repositories/1/issues', { issues: [anIssue(4)] })
  answer('get', '/tasks', {
    tasks: [aTask({ id: 7 })],
    pagination: { page: 1, per_page: 10, total: 1, pages: 1 },
  })
  let sent: unknown
  server.use(
    http.post('*/api/v1/tasks/7/github', async ({ request }) => {
      sent = await request.json()
      return HttpResponse.json({ link: {} })
    }),
  )
  const { user } = openPage('/github/repositories/1', { session })
  await user.click(await screen.findByRole('button', { name: /Link to a task: #4/ }))
  const dialog = await screen.findByRole('dialog')
  await user.click(await within(dialog).findByRole('button', { name: /Fix the login/ }))
  expect(await screen.findByText('#4 is linked to “Fix the login”')).toBeInTheDocument()
  expect(sent).toEqual({ repo_id: 1, issue_number: 4, issue_title: 'Issue 4' })
})

test('an admin tracks a repository and sets its webhook up', async () => {
  const bodies: unknown[] = []
  server.use(
    http.post('*/api/v1/github/repositories', async ({ request }) => {
      bodies.push(await request.json())
      return HttpResponse.json({ repository: { id: 9, name: 'acme/portal' } }, { status: 201 })
    }),
  )
  answer('post', '/github/repositories/1/webhook', {
    webhook: { id: 1, url: 'x', ping: { outcome: 'failed', status_code: 401, message: null } },
  })
  const { user } = openPage('/admin/repositories', { session: aSession('admin') })
  await user.type(await screen.findByRole('textbox', { name: /^Repository/ }), 'acme')
  await user.click(screen.getByRole('button', { name: 'Track repository' }))
  expect(await screen.findByText(/Write it as owner/)).toBeInTheDocument()
  await user.type(screen.getByRole('textbox', { name: /^Repository/ }), '/portal')
  await user.click(screen.getByRole('button', { name: 'Track repository' }))
  expect(await screen.findByText('acme/portal is tracked')).toBeInTheDocument()
  expect(bodies).toEqual([
    { repository_name: 'acme/portal', repository_url: 'https://github.com/acme/portal' },
  ])
  await user.click(await screen.findByRole('button', { name: 'Set up webhook of acme/repo-1' }))
  expect(await screen.findByText('The test was answered with 401.')).toBeInTheDocument()
  expect(await accessibilityProblems()).toEqual([])
})

test('an account without repositories is told where they come from', async () => {
  answer('get', '/github/repositories', { repositories: [] })
  openPage('/github', { session })
  expect(await screen.findByText('No repositories')).toBeInTheDocument()
})

test('many repositories are shown page by page', async () => {
  answer('get', '/github/repositories', {
    repositories: Array.from({ length: 30 }, (_, index) => aRepository(index + 1)),
  })
  const { router, user } = openPage('/github', { session })
  await screen.findByRole('link', { name: 'acme/repo-1' })
  await user.click(screen.getByRole('button', { name: 'Next page' }))
  expect(await screen.findByRole('link', { name: 'acme/repo-30' })).toBeInTheDocument()
  expect(router.state.location.href).toBe('/github?page=2')
})

test('a repository without open issues says so', async () => {
  answer('get', '/github/repositories/2/issues', { issues: [] })
  openPage('/github/repositories/2', { session })
  expect(await screen.findByText('No issues here')).toBeInTheDocument()
  expect(await screen.findByText(/Billing/)).toBeInTheDocument()
  expect(await screen.findByRole('link', { name: /Open on GitHub/ })).toHaveAttribute(
    'href',
    'https://github.com/acme/repo-2',
  )
})

test('a pull request that may not be linked says why, in the dialog', async () => {
  answer('get', '/github/repositories/1/pulls', {
    pull_requests: [anIssue(4, { merged: false, draft: false })],
  })
  answer('get', '/tasks', {
    tasks: [aTask({ id: 7 })],
    pagination: { page: 1, per_page: 10, total: 1, pages: 1 },
  })
  answer('post', '/tasks/7/github', { message: 'Already linked' }, 409)
  const { user } = openPage('/github/repositories/1?tab=pulls', { session })
  await user.click(await screen.findByRole('button', { name: /Link to a task: #4/ }))
  const dialog = within(await screen.findByRole('dialog'))
  await user.click(await dialog.findByRole('button', { name: /Fix the login/ }))
  expect(await dialog.findByText('Already linked')).toBeInTheDocument()
  answer('get', '/tasks', { tasks: [], pagination: { page: 1, per_page: 10, total: 0, pages: 0 } })
  await user.type(dialog.getByRole('textbox', { name: 'Search tasks' }), 'x')
  expect(await dialog.findByText('No task of yours matches.')).toBeInTheDocument()
})

test('without tracked repositories the page says what tracking does, and the address can be copied', async () => {
  answer('get', '/github/repositories', { repositories: [aRepository(1)] })
  const { user } = openPage('/admin/repositories', { session: aSession('admin') })
  expect(await screen.findByText('No repository is tracked yet')).toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: 'Copy the address' }))
  expect(await screen.findByText('The address is copied')).toBeInTheDocument()
  expect(await navigator.clipboard.readText()).toBe(`${window.location.origin}/api/v1/github/webhook`)
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('denied'))
  await user.click(screen.getByRole('button', { name: 'Copy the address' }))
  expect(await screen.findByText('The address was not copied')).toBeInTheDocument()
})

test.each([
  [{ outcome: 'delivered', status_code: 202, message: null }, 'The test arrived.'],
  [{ outcome: 'unknown', status_code: null, message: null }, 'Whether it arrives is not known yet.'],
  [{ outcome: 'failed', status_code: null, message: 'timed out' }, 'timed out'],
])('a webhook that was set up says whether its test arrived', async (ping, said) => {
  answer('post', '/github/repositories/1/webhook', { webhook: { id: 1, url: 'x', ping } })
  const { user } = openPage('/admin/repositories', { session: aSession('admin') })
  await user.click(await screen.findByRole('button', { name: 'Set up webhook of acme/repo-1' }))
  expect(await screen.findByText(said)).toBeInTheDocument()
})
