import { beforeEach } from 'vitest'
import { aProject, aTask, aUser } from '@/test/fixtures'
import { answer } from '@/test/server'

export const mobileApp = aProject({ id: 6, name: 'Mobile app', status: 'on_hold', completion_percentage: 10 })

/** Two projects, of which the first has a task of Ada's and one that is done, before every test. */
export function givenOneProject() {
  beforeEach(() => {
    answer('get', '/notifications', { notifications: [], unread_count: 0 })
    answer('get', '/users', {
      users: [aUser(), aUser({ id: 2, name: 'Ben Schulz', email: 'ben@example.com' })],
    })
    answer('get', '/projects', { projects: [aProject(), mobileApp] })
    answer('get', '/projects/5', { project: aProject() })
    answer('get', '/projects/5/tasks', {
      tasks: [
        aTask({ assigned_to: 1, assignee_name: 'Ada Moreau' }),
        aTask({ id: 2, title: 'Export', status: 'done' }),
      ],
    })
  })
}
