import { http, HttpResponse } from 'msw'
import { beforeEach } from 'vitest'
import { aUser } from '@/test/fixtures'
import { answer, server } from '@/test/server'

const users = [
  aUser({ id: 1, name: 'Ada Moreau', role: 'admin' }),
  aUser({ id: 2, name: 'Ben Schulz', email: 'ben@example.com', github_username: 'ben' }),
]
export const settings = {
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

/** What an admin's pages ask for, before every test. */
export function givenATeam() {
  beforeEach(() => {
    answer('get', '/notifications', { notifications: [], unread_count: 0 })
    answer('get', '/users', { users })
    answer('get', '/admin/settings', { settings })
  })
}

/** Answers a change and remembers what was sent with it. */
export function record(method: 'post' | 'put' | 'delete', path: string, body: object, status = 200) {
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
