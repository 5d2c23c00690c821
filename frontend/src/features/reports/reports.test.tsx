import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { beforeEach, expect, test, vi } from 'vitest'
import { aSession, aTask, aUser } from '@/test/fixtures'
import { accessibilityProblems, openPage } from '@/test/render'
import { answer, server } from '@/test/server'
import { taskReport } from './figures/tasks'

const session = aSession('team_lead')
const recently = new Date(Date.now() - 3600_000).toISOString()
const tasks = [
  aTask({ id: 7, title: 'Fix the login', created_at: recently, updated_at: recently, assigned_to: 1 }),
  aTask({ id: 8, title: 'Ship it', status: 'done', created_at: recently, updated_at: recently }),
]

beforeEach(() => {
  answer('get', '/notifications', { notifications: [], unread_count: 0 })
  answer('get', '/tasks', { tasks })
  answer('get', '/users', { users: [aUser({ id: 1, name: 'Ada' })] })
})

test('the task report shows figures, charts and rows, and has nothing axe finds wrong', async () => {
  openPage('/reports', { session })
  expect(await screen.findByRole('link', { name: 'Fix the login' })).toHaveAttribute('href', '/tasks/7')
  expect(screen.getByRole('figure', { name: 'Created and done over time' })).toBeInTheDocument()
  expect(await accessibilityProblems()).toEqual([])
})

test('the range is part of the address', async () => {
  const { router, user } = openPage('/reports', { session })
  await user.click(await screen.findByRole('radio', { name: 'Year' }))
  await waitFor(() => expect(router.state.location.search).toMatchObject({ range: 'year' }))
})

test('a report is saved as it is on screen', async () => {
  let saved: unknown
  server.use(
    http.post('*/api/v1/reports', async ({ request }) => {
      saved = await request.json()
      return HttpResponse.json({ report: { id: 3, type: 'tasks' } }, { status: 201 })
    }),
  )
  const { user } = openPage('/reports?range=week', { session })
  await user.click(await screen.findByRole('button', { name: 'Save report' }))
  expect(await screen.findByText('The report is saved')).toBeInTheDocument()
  expect(saved).toMatchObject({ report_type: 'tasks', date_range: 'week', details: [{ id: 7 }, { id: 8 }] })
})

test('the CSV file has a row for every task', async () => {
  const files: Blob[] = []
  vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: (file: Blob) => (files.push(file), 'blob:1') }))
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {})
  const { user } = openPage('/reports', { session })
  await user.click(await screen.findByRole('button', { name: 'Export CSV' }))
  expect((await files[0]?.text())?.split('\r\n')).toHaveLength(4)
})

test('on paper the rows stand in a plain table without a scrolling region', async () => {
  const print = vi.fn(() => {
    window.dispatchEvent(new Event('beforeprint'))
    expect(screen.queryByRole('region', { name: 'Tasks of the report' })).not.toBeInTheDocument()
    expect(screen.getByRole('table', { name: 'Tasks of the report' })).toHaveTextContent('Ship it')
    window.dispatchEvent(new Event('afterprint'))
  })
  vi.stubGlobal('print', print)
  const { user } = openPage('/reports', { session })
  await user.click(await screen.findByRole('button', { name: /Print/ }))
  expect(print).toHaveBeenCalledOnce()
  expect(await screen.findByRole('region', { name: 'Tasks of the report' })).toBeInTheDocument()
})

test('the developer report names the people', async () => {
  openPage('/reports?tab=developers', { session })
  const table = await screen.findByRole('region', { name: 'People of the report' })
  expect(within(table).getByRole('link', { name: 'Ada' })).toBeInTheDocument()
})

test('without a GitHub account its report says how to get one', async () => {
  answer('get', '/github/repositories', { message: 'GitHub account not connected' }, 401)
  openPage('/reports?tab=github', { session })
  expect(await screen.findByRole('link', { name: 'Connect GitHub' })).toHaveAttribute('href', '/github')
})

const foreign = {
  id: 4,
  user_id: 1,
  type: 'tasks',
  dateRange: 'month',
  generatedAt: recently,
  summary: { totalTasks: 12, nested: { a: 1 } },
  details: [{ due_date: 'soon' }, 'loose'],
}

test('saved reports are listed, and one’s own can be deleted after a question', async () => {
  answer('get', '/reports', {
    reports: [foreign, { ...foreign, id: 5, user_id: 9 }],
    pagination: { page: 1, per_page: 20, total: 2, pages: 1 },
  })
  let deleted = 0
  server.use(http.delete('*/api/v1/reports/4', () => HttpResponse.json({ message: String(++deleted) })))
  const { user } = openPage('/reports?tab=saved', { session })
  await user.click(await screen.findByRole('button', { name: /Delete report/ }))
  await user.click(await screen.findByRole('button', { name: 'Delete report' }))
  await waitFor(() => expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument())
  expect(deleted).toBe(1)
})

test('without saved reports the list says how to make one', async () => {
  answer('get', '/reports', { reports: [], pagination: { page: 1, per_page: 20, total: 0, pages: 0 } })
  openPage('/reports?tab=saved', { session })
  expect(await screen.findByText('No saved reports yet')).toBeInTheDocument()
})

test('a report some other client saved is shown as it is', async () => {
  answer('get', '/reports/4', { report: foreign })
  openPage('/reports/4', { session })
  expect(await screen.findByText('Total tasks')).toBeInTheDocument()
  expect(screen.getByRole('columnheader', { name: 'Due date' })).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: 'Export CSV' })).not.toBeInTheDocument()
})

test('deleting an open report leads back to the list', async () => {
  answer('get', '/reports/4', { report: foreign })
  answer('get', '/reports', { reports: [], pagination: { page: 1, per_page: 20, total: 0, pages: 0 } })
  answer('delete', '/reports/4', { message: 'Report deleted successfully' })
  const { router, user } = openPage('/reports/4', { session })
  await user.click(await screen.findByRole('button', { name: 'Delete' }))
  await user.click(await screen.findByRole('button', { name: 'Delete report' }))
  await waitFor(() => expect(router.state.location.href).toBe('/reports?tab=saved'))
})

test('a failure says what happened and offers another try', async () => {
  answer('get', '/tasks', { message: 'Broken' }, 500)
  const { user } = openPage('/reports', { session })
  const retry = await screen.findByRole('button', { name: 'Try again' })
  answer('get', '/tasks', { tasks })
  await user.click(retry)
  expect(await screen.findByRole('link', { name: 'Ship it' })).toBeInTheDocument()
})

const repository = {
  id: 4,
  full_name: 'acme/portal',
  html_url: 'https://github.com/acme/portal',
  open_issues_count: 2,
  total_prs: 1,
  recent_commits: 3,
  last_updated: recently,
}

/** The text of the file that a press on "Export CSV" gives. */
async function exported(path: string) {
  const files: Blob[] = []
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {})
  URL.createObjectURL = (file: Blob) => (files.push(file), 'blob:1')
  const { user } = openPage(path, { session })
  await user.click(await screen.findByRole('button', { name: 'Export CSV' }))
  return files[0]?.text()
}

test('the GitHub report asks for the range and lists the repositories', async () => {
  const asked: URLSearchParams[] = []
  server.use(
    http.get('*/api/v1/github/repositories', ({ request }) => {
      asked.push(new URL(request.url).searchParams)
      return HttpResponse.json({ repositories: [repository] })
    }),
  )
  openPage('/reports?tab=github&range=quarter', { session })
  expect(await screen.findByRole('link', { name: 'acme/portal' })).toHaveAttribute(
    'href',
    '/github/repositories/4',
  )
  expect(asked[0]?.get('activity_window_days')).toBe('91')
})

test('the file of the GitHub report has its figures', async () => {
  answer('get', '/github/repositories', { repositories: [repository] })
  const file = await exported('/reports?tab=github')
  expect(file).toContain(
    `Repository,Commits,Pull requests,Open issues,Last change\r\nacme/portal,3,1,2,${recently}`,
  )
})

test('the file of the developer report has a row for everybody', async () => {
  const file = await exported('/reports?tab=developers')
  expect(file).toContain('\r\nAda,Developer,1,1,0,0,0')
})

test('a saved report is opened and read as it was', async () => {
  const report = taskReport(tasks, 'week', new Date())
  answer('get', '/reports/4', {
    report: { ...foreign, dateRange: 'week', summary: report.summary, details: report.rows },
  })
  openPage('/reports/4', { session })
  expect(await screen.findByRole('heading', { level: 1, name: 'Tasks report, week' })).toBeInTheDocument()
  expect(await screen.findByRole('link', { name: 'Ship it' })).toBeInTheDocument()
  expect(screen.getByRole('button', { name: 'Export CSV' })).toBeInTheDocument()
})

test('a report that could not be deleted says why', async () => {
  answer('get', '/reports', {
    reports: [foreign],
    pagination: { page: 1, per_page: 20, total: 1, pages: 1 },
  })
  answer('delete', '/reports/4', { message: 'Not yours' }, 403)
  const { user } = openPage('/reports?tab=saved', { session })
  await user.click(await screen.findByRole('button', { name: /Delete report/ }))
  await user.click(await screen.findByRole('button', { name: 'Delete report' }))
  expect(await screen.findByText('Not yours')).toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: 'Cancel' }))
  expect(await screen.findByRole('link', { name: /Tasks, month/ })).toBeInTheDocument()
})
