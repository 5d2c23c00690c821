import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { beforeEach, expect, test, vi } from 'vitest'
import { aSession, aUser } from '@/test/fixtures'
import { accessibilityProblems, openPage } from '@/test/render'
import { answer, server } from '@/test/server'

const session = aSession('admin')
const users = [
  aUser({ id: 1, name: 'Ada Moreau', role: 'admin' }),
  aUser({ id: 2, name: 'Ben Schulz', email: 'ben@example.com', github_username: 'ben' }),
]
const settings = {
  default_user_role: 'developer',
  allow_self_registration: true,
  allow_registration: true,
  audit_log_retention_days: 30,
  project_retention_days: 0,
  auto_archive_completed_projects: true,
  notify_on_overdue_tasks: true,
  notification_settings: { email_notifications: true, task_assignments: true, project_updates: true },
  github_integration_enabled: true,
  app_name: 'DevSync',
}

beforeEach(() => {
  answer('get', '/notifications', { notifications: [], unread_count: 0 })
  answer('get', '/users', { users })
  answer('get', '/admin/settings', { settings })
})

function record(method: 'post' | 'put' | 'delete', path: string, body: object, status = 200) {
  const bodies: unknown[] = []
  server.use(
    http[method](`*/api/v1${path}`, async ({ request }) => {
      const text = await request.text()
      bodies.push(text ? JSON.parse(text) : null)
      return HttpResponse.json(body, { status })
    }),
  )
  return bodies
}

test('the users are listed, and nobody can delete themselves', async () => {
  openPage('/admin/users', { session })
  expect(await screen.findByRole('button', { name: 'Delete Ben Schulz' })).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: 'Delete Ada Moreau' })).not.toBeInTheDocument()
  expect(await accessibilityProblems()).toEqual([])
})

test('a search that finds nobody can be cleared', async () => {
  const { user } = openPage('/admin/users?q=nobody', { session })
  await user.click(await screen.findByRole('button', { name: 'Clear the filters' }))
  expect(await screen.findByText('Ben Schulz')).toBeInTheDocument()
})

test('a user is added with a first password and a role', async () => {
  const bodies = record('post', '/admin/users', { message: 'ok' }, 201)
  const { user } = openPage('/admin/users', { session })
  await user.click(await screen.findByRole('button', { name: 'Add user' }))
  const dialog = await screen.findByRole('dialog')
  await user.type(within(dialog).getByRole('textbox', { name: /Name/ }), 'Chiara')
  await user.type(within(dialog).getByRole('textbox', { name: /Email/ }), 'chiara@example.com')
  await user.type(within(dialog).getByLabelText(/^First password/), 'password1')
  await user.click(within(dialog).getByRole('button', { name: 'Add user' }))
  expect(await screen.findByText('Chiara can sign in now')).toBeInTheDocument()
  expect(bodies).toEqual([
    { name: 'Chiara', email: 'chiara@example.com', password: 'password1', role: 'developer' },
  ])
})

test('an email that is taken is said in the dialog', async () => {
  record('put', '/admin/users/2', { message: 'Email already in use' }, 409)
  const { user } = openPage('/admin/users', { session })
  await user.click(await screen.findByRole('button', { name: 'Edit Ben Schulz' }))
  await user.click(await screen.findByRole('button', { name: 'Save' }))
  expect(await screen.findByText('Email already in use')).toBeInTheDocument()
})

test('editing leaves the password alone unless one is entered', async () => {
  const bodies = record('put', '/admin/users/2', { message: 'ok' })
  const { user } = openPage('/admin/users', { session })
  await user.click(await screen.findByRole('button', { name: 'Edit Ben Schulz' }))
  await user.type(await screen.findByRole('textbox', { name: /Name/ }), 'e')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(await screen.findByText('Ben Schulze is saved')).toBeInTheDocument()
  expect(bodies).toEqual([{ name: 'Ben Schulze', email: 'ben@example.com' }])
})

test('a role that was refused is put back with the reason', async () => {
  record('put', '/admin/users/1/role', { message: 'Cannot demote the last administrator' }, 400)
  const { user } = openPage('/admin/users', { session })
  const role = await screen.findByRole('combobox', { name: 'Role of Ada Moreau' })
  role.focus()
  await user.keyboard('{Enter}')
  await user.click(await screen.findByRole('option', { name: 'Developer' }))
  expect(await screen.findByText('Cannot demote the last administrator')).toBeInTheDocument()
  expect(screen.getByRole('combobox', { name: 'Role of Ada Moreau' })).toHaveTextContent('Admin')
})

test('a user is deleted only after a question', async () => {
  const bodies = record('delete', '/admin/users/2', { message: 'ok' })
  const { user } = openPage('/admin/users', { session })
  await user.click(await screen.findByRole('button', { name: 'Delete Ben Schulz' }))
  expect(bodies).toEqual([])
  await user.click(await screen.findByRole('button', { name: 'Delete user' }))
  expect(await screen.findByText('Ben Schulz is deleted')).toBeInTheDocument()
})

test('only what was changed in the settings is sent', async () => {
  const bodies = record('put', '/admin/settings', { settings: { ...settings, audit_log_retention_days: 90 } })
  const { user } = openPage('/admin/settings', { session })
  const days = await screen.findByRole('textbox', { name: /audit entries/ })
  await user.clear(days)
  await user.type(days, '90')
  await user.click(screen.getByRole('button', { name: 'Save settings' }))
  expect(await screen.findByText('The settings are saved')).toBeInTheDocument()
  expect(bodies).toEqual([{ audit_log_retention_days: 90 }])
  expect(await accessibilityProblems()).toEqual([])
})

test('a number of days that cannot be is said before anything is sent', async () => {
  const bodies = record('put', '/admin/settings', { settings })
  const { user } = openPage('/admin/settings', { session })
  const days = await screen.findByRole('textbox', { name: /audit entries/ })
  await user.clear(days)
  await user.type(days, '-3')
  await user.click(screen.getByRole('button', { name: 'Save settings' }))
  expect(await screen.findByText('A whole number of days, 0 or more.')).toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: 'Undo' }))
  expect(days).toHaveValue('30')
  expect(bodies).toEqual([])
})

test('a switch of the notifications sends its whole group', async () => {
  const bodies = record('put', '/admin/settings', { settings })
  const { user } = openPage('/admin/settings', { session })
  await user.click(await screen.findByRole('switch', { name: 'Assignments' }))
  await user.click(screen.getByRole('button', { name: 'Save settings' }))
  await waitFor(() =>
    expect(bodies).toEqual([
      { notification_settings: { ...settings.notification_settings, task_assignments: false } },
    ]),
  )
})

test('the clean-up says what it will delete and then what it has deleted', async () => {
  record('post', '/admin/settings/retention/run', {
    message: 'ok',
    result: { audit_logs_deleted: 1, projects_deleted: 0 },
  })
  const { user } = openPage('/admin/settings', { session })
  await user.click(await screen.findByRole('button', { name: 'Run the clean-up' }))
  expect(await screen.findByText(/Deletes audit entries older than 30 days/)).toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: 'Run it' }))
  expect(await screen.findByText('Deleted 1 audit entry and 0 projects.')).toBeInTheDocument()
})

test('a clean-up that failed is not taken for one that worked', async () => {
  record('post', '/admin/settings/retention/run', {
    message: 'Retention cleanup failed',
    error: 'internal error',
    result: { audit_logs_deleted: 0, projects_deleted: 0 },
  })
  const { user } = openPage('/admin/settings', { session })
  await user.click(await screen.findByRole('button', { name: 'Run the clean-up' }))
  await user.click(await screen.findByRole('button', { name: 'Run it' }))
  expect(await screen.findByText('Retention cleanup failed: internal error')).toBeInTheDocument()
})

const log = {
  id: 5,
  action: 'task_updated',
  actor_user_id: 2,
  actor_name: 'Ben Schulz',
  actor_role: 'developer',
  resource_type: 'task',
  resource_id: '7',
  ip: '10.0.0.1',
  user_agent: null,
  metadata: { fields: ['status'] },
  created_at: '2026-05-07T12:00:00.000Z',
}

function anAuditLog(logs = [log]) {
  const queries: URLSearchParams[] = []
  server.use(
    http.get('*/api/v1/admin/audit-logs', ({ request }) => {
      queries.push(new URL(request.url).searchParams)
      return HttpResponse.json({ logs, total: logs.length * 30, pages: 2, current_page: 1 })
    }),
  )
  return queries
}

test('the audit log is filtered by the server, from the address', async () => {
  const queries = anAuditLog()
  const { router, user } = openPage('/admin/audit?actor=ben&from=2026-05-01&to=never', { session })
  expect(await screen.findByText('Ben Schulz')).toBeInTheDocument()
  expect(queries[0]?.get('actor')).toBe('ben')
  expect(queries[0]?.get('from')).toMatch(/^2026-0[45]-.*Z$/)
  expect(queries[0]?.has('to')).toBe(false)
  await user.type(screen.getByRole('textbox', { name: 'Action' }), 'task updated')
  await waitFor(() => expect(queries.at(-1)?.get('action')).toBe('task_updated'))
  await user.click(screen.getByRole('button', { name: 'Next page' }))
  await waitFor(() => expect(queries.at(-1)?.get('page')).toBe('2'))
  expect(router.state.location.search).toMatchObject({ page: 2, action: 'task_updated' })
  expect(await accessibilityProblems()).toEqual([])
})

test('an entry opens beside the list and can be linked to', async () => {
  anAuditLog()
  answer('get', '/admin/audit-logs/5', { log })
  const { router, user } = openPage('/admin/audit', { session })
  await user.click(await screen.findByRole('button', { name: /Task updated/ }))
  const sheet = await screen.findByRole('dialog', { name: 'Audit entry' })
  expect(await within(sheet).findByText('Ben Schulz (Developer)')).toBeInTheDocument()
  expect(within(sheet).getByText(/"status"/)).toBeInTheDocument()
  expect(router.state.location.href).toBe('/admin/audit?entry=5')
  await user.keyboard('{Escape}')
  await waitFor(() => expect(router.state.location.href).toBe('/admin/audit'))
})

test('the export asks for what the filters let through', async () => {
  anAuditLog([])
  let query = ''
  server.use(
    http.get('*/api/v1/admin/audit-logs/export', ({ request }) => {
      query = new URL(request.url).search
      return HttpResponse.text('id,action')
    }),
  )
  URL.createObjectURL = vi.fn(() => 'blob:1')
  const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {})
  const { user } = openPage('/admin/audit?action=task', { session })
  expect(await screen.findByText('No entries')).toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: 'Export CSV' }))
  await waitFor(() => expect(click).toHaveBeenCalledOnce())
  expect(query).toBe('?action=task')
})
