import { HttpResponse, http } from 'msw'
import { beforeEach } from 'vitest'
import type { TaskItem } from '@/api/types'
import { aComment, aProject, aTask, aUser } from '@/test/fixtures'
import { answer, server } from '@/test/server'

export const githubLink = {
  id: 3,
  task_id: 1,
  repo_id: 1,
  repo_name: 'acme/portal',
  repo_url: 'https://github.com/acme/portal',
  issue_number: 12,
  pull_request_number: null,
  created_at: null,
  issue_title: 'Login broken',
  pull_request_title: null,
  issue_state: 'open',
}

export function aPage(tasks: TaskItem[]) {
  return { tasks, pagination: { page: 1, per_page: 100, total: tasks.length, pages: 1 } }
}

/** A team lead's surroundings of one task, as the API answers them before every test. */
export function givenOneTask() {
  beforeEach(() => {
    answer('get', '/notifications', { notifications: [], unread_count: 0 })
    answer('get', '/users', {
      users: [aUser(), aUser({ id: 2, name: 'Ben Schulz', email: 'ben@example.com' })],
    })
    answer('get', '/projects', { projects: [aProject()] })
    answer('get', '/github/status', { connected: true, username: 'ada' })
    answer('get', '/tasks', aPage([aTask(), aTask({ id: 2, title: 'Export' })]))
    answer('get', '/tasks/1', { task: { ...aTask({ description: 'Old text' }), github_links: [githubLink] } })
    answer('get', '/tasks/1/comments', {
      comments: [
        aComment(),
        aComment({ id: 2, parent_id: 1, user_id: 1, author_name: 'Ada Moreau', content: 'Yes' }),
      ],
    })
    answer('get', '/tasks/1/history', {
      history: [
        {
          seq: 7,
          type: 'task.updated',
          actor_id: 2,
          actor_name: 'Ben Schulz',
          changes: [{ field: 'status', from: 'todo', to: 'review' }],
          created_at: '2026-05-07T12:00:00Z',
        },
      ],
      pagination: { page: 1, per_page: 20, total: 1, pages: 1 },
    })
  })
}

/** Remembers what is sent and answers with the task changed by it. */
export function onPut(reply: (body: Partial<TaskItem>) => Response) {
  const bodies: Partial<TaskItem>[] = []
  server.use(
    http.put('*/api/v1/tasks/1', async ({ request }) => {
      const body = (await request.json()) as Partial<TaskItem>
      bodies.push(body)
      return reply(body)
    }),
  )
  return bodies
}

export const accept = (body: Partial<TaskItem>) =>
  HttpResponse.json({ task: aTask({ description: 'Old text', ...body, version: (body.version ?? 0) + 1 }) })
