import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import type { SyncEvent, SyncRepository } from '@/api/types'
import { aSession } from '@/test/fixtures'
import { aRepository } from '@/test/github-fixtures'
import { accessibilityProblems, openPage } from '@/test/render'
import { answer, server } from '@/test/server'

const session = aSession('team_lead')
const at = '2026-05-07T12:00:00.000Z'

beforeEach(() => {
  answer('get', '/notifications', { notifications: [], unread_count: 0 })
  answer('get', '/github/status', { connected: true, username: 'ada' })
  answer('get', '/github/repositories', {
    repositories: [
      aRepository(1, { private: true, tracked: true }),
      aRepository(2, { description: 'Billing' }),
    ],
  })
})

test('a server without records of synchronisation is told from one without events', async () => {
  answer('get', '/github/sync', { message: 'Resource not found' }, 404)
  answer('get', '/github/sync/events', { message: 'Resource not found' }, 404)
  openPage('/github?tab=sync', { session })
  expect(await screen.findByText('This server keeps no record of synchronisation')).toBeInTheDocument()
})

function aSyncedRepository(id: number, fields: Partial<SyncRepository> = {}): SyncRepository {
  return {
    repo_id: id,
    repo_name: `acme/repo-${id}`,
    tracked: true,
    has_webhook_secret: true,
    health: 'ok',
    links: 1,
    waiting: 0,
    failed: 0,
    last_delivery_at: null,
    last_poll_at: null,
    ...fields,
  }
}

const failed: SyncEvent = {
  id: 3,
  direction: 'to_github',
  action: 'close_issue',
  outcome: 'failed',
  reason: 'GitHub answered 403',
  repo_id: 1,
  repo_name: 'acme/repo-1',
  task_id: 7,
  task_title: 'Fix the login',
  issue_number: 4,
  pull_request_number: null,
  attempts: 3,
  next_attempt_at: null,
  created_at: at,
  updated_at: at,
}

function aSynchronisation() {
  answer('get', '/github/sync', {
    repositories: [
      aSyncedRepository(1, { health: 'failing', failed: 1, last_delivery_at: at }),
      aSyncedRepository(2, { health: 'delayed', waiting: 2, last_poll_at: at }),
      aSyncedRepository(3),
    ],
  })
  answer('get', '/github/sync/events', {
    events: [failed, { ...failed, id: 2, direction: 'from_github', outcome: 'echo_dropped', task_id: null }],
    pagination: { page: 1, per_page: 25, total: 2, pages: 1 },
  })
}

test('what failed says why, and a manager tries it again or sets it aside', async () => {
  aSynchronisation()
  const calls: string[] = []
  server.use(
    http.post('*/api/v1/github/sync/events/3/:what', ({ params }) => {
      calls.push(String(params.what))
      return HttpResponse.json({ message: 'ok' })
    }),
  )
  const { user } = openPage('/github?tab=sync', { session })
  expect(await screen.findAllByText('GitHub answered 403')).toHaveLength(2)
  expect(screen.getByText('1 failed')).toBeInTheDocument()
  expect(screen.getAllByText('Close the issue')).toHaveLength(2)
  expect(screen.getByText('2 waiting')).toBeInTheDocument()
  expect(screen.getByText('In step')).toBeInTheDocument()
  expect(screen.getByText('Echo dropped')).toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  await user.click(screen.getByRole('button', { name: 'Ignore' }))
  await waitFor(() => expect(calls).toEqual(['retry', 'ignore']))
  expect(await accessibilityProblems()).toEqual([])
})

/** Of which the queries that it was asked are returned as they come. */
function anEmptyLog(): string[] {
  aSynchronisation()
  const asked: string[] = []
  server.use(
    http.get('*/api/v1/github/sync/events', ({ request }) => {
      asked.push(new URL(request.url).search)
      return HttpResponse.json({ events: [], pagination: { page: 1, per_page: 25, total: 0, pages: 0 } })
    }),
  )
  return asked
}

test('the log is narrowed to a repository and an outcome, in the address', async () => {
  const asked = anEmptyLog()
  const { router, user } = openPage('/github?tab=sync&repository=2', { session })
  const repository = await screen.findByRole('combobox', { name: 'Repository' })
  await waitFor(() => expect(repository).toHaveTextContent('acme/repo-2'))
  expect(asked[0]).toBe('?page=1&repo_id=2&per_page=25')
  await user.click(screen.getByRole('combobox', { name: 'Outcome' }))
  await user.click(await screen.findByRole('option', { name: 'Failed' }))
  await waitFor(() => expect(asked.at(-1)).toContain('outcome=failed'))
  await user.click(repository)
  await user.click(await screen.findByRole('option', { name: 'All repositories' }))
  await waitFor(() => expect(asked.at(-1)).toBe('?page=1&outcome=failed&per_page=25'))
  expect(router.state.location.search).toEqual({ tab: 'sync', outcome: 'failed' })
})

test('an address that asks for what there is not says so and leads back to everything', async () => {
  const asked = anEmptyLog()
  const { router, user } = openPage('/github?tab=sync&repository=99&outcome=nonsense&task=7', { session })
  expect(await screen.findByText('Nothing was recorded that fits the filters.')).toBeInTheDocument()
  expect(asked[0]).toBe('?page=1&repo_id=99&task_id=7&per_page=25')
  await waitFor(() =>
    expect(screen.getByRole('combobox', { name: 'Repository' })).toHaveTextContent('Repository #99'),
  )
  expect(screen.getByRole('combobox', { name: 'Outcome' })).toHaveTextContent('Any outcome')
  await user.click(screen.getByRole('button', { name: /^Task #7 only/ }))
  await waitFor(() => expect(asked.at(-1)).toBe('?page=1&repo_id=99&per_page=25'))
  await user.click(screen.getByRole('combobox', { name: 'Direction' }))
  await user.click(await screen.findByRole('option', { name: 'From GitHub' }))
  await waitFor(() => expect(asked.at(-1)).toBe('?page=1&direction=from_github&repo_id=99&per_page=25'))
  await user.click(screen.getAllByRole('button', { name: 'Clear filters' })[0]!)
  expect(await screen.findByText('Nothing has happened yet')).toBeInTheDocument()
  expect(router.state.location.search).toEqual({ tab: 'sync' })
})

test('a page that is no longer there leads to the first', async () => {
  aSynchronisation()
  answer('get', '/github/sync/events', {
    events: [],
    pagination: { page: 9, per_page: 25, total: 30, pages: 2 },
  })
  const { router, user } = openPage('/github?tab=sync&page=9', { session })
  await user.click(await screen.findByRole('button', { name: 'Go to the first page' }))
  await waitFor(() => expect(router.state.location.href).toBe('/github?tab=sync'))
})

test('a developer sees what failed without the ways to settle it', async () => {
  aSynchronisation()
  openPage('/github?tab=sync', { session: aSession('developer') })
  expect(await screen.findByText('1 failed')).toBeInTheDocument()
  await screen.findByText('Echo dropped')
  expect(screen.queryByRole('button', { name: 'Try again' })).not.toBeInTheDocument()
})

test('a manager changes what pull requests do to tasks', async () => {
  aSynchronisation()
  answer('get', '/projects', { projects: [] })
  const off = {
    opened: null,
    review_requested: null,
    merged: null,
    closed: null,
    closing_words_only: false,
    project_ids: [],
  }
  answer('get', '/github/repositories/1/pull-request-rules', { rules: off })
  let sent: unknown
  server.use(
    http.put('*/api/v1/github/repositories/1/pull-request-rules', async ({ request }) => {
      sent = await request.json()
      return HttpResponse.json({ message: 'ok', rules: { ...off, merged: 'done' } })
    }),
  )
  const { user } = openPage('/github?tab=sync', { session })
  await user.click(await screen.findByRole('button', { name: 'Pull request rules of acme/repo-1' }))
  const dialog = within(await screen.findByRole('dialog'))
  await user.click(await dialog.findByRole('combobox', { name: 'When it is merged' }))
  await user.click(await screen.findByRole('option', { name: 'Set to “Done”' }))
  await user.click(dialog.getByRole('switch', { name: 'Only with a closing word' }))
  expect(await accessibilityProblems()).toEqual([])
  await user.click(dialog.getByRole('button', { name: 'Save rules' }))
  expect(await screen.findByText('The rules of acme/repo-1 are saved')).toBeInTheDocument()
  expect(sent).toEqual({ ...off, merged: 'done', closing_words_only: true })
})
