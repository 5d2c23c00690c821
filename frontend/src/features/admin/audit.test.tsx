import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { expect, test, vi } from 'vitest'
import { givenATeam } from '@/test/admin-fixtures'
import { aSession } from '@/test/fixtures'
import { accessibilityProblems, openPage } from '@/test/render'
import { answer, server } from '@/test/server'

const session = aSession('admin')

givenATeam()

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
