import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import type { TaskItem } from '@/api/types'
import { aComment, aProject, aSession, aTask, aUser } from '@/test/fixtures'
import { accessibilityProblems, openPage } from '@/test/render'
import { answer, server } from '@/test/server'

const lead = aSession('team_lead')
const developer = aSession('developer')
const link = {
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

function aPage(tasks: TaskItem[]) {
  return { tasks, pagination: { page: 1, per_page: 100, total: tasks.length, pages: 1 } }
}

beforeEach(() => {
  answer('get', '/notifications', { notifications: [], unread_count: 0 })
  answer('get', '/users', {
    users: [aUser(), aUser({ id: 2, name: 'Ben Schulz', email: 'ben@example.com' })],
  })
  answer('get', '/projects', { projects: [aProject()] })
  answer('get', '/github/status', { connected: true, username: 'ada' })
  answer('get', '/tasks', aPage([aTask(), aTask({ id: 2, title: 'Export' })]))
  answer('get', '/tasks/1', { task: { ...aTask({ description: 'Old text' }), github_links: [link] } })
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

/** Remembers what is sent and answers with the task changed by it. */
function onPut(reply: (body: Partial<TaskItem>) => Response) {
  const bodies: Partial<TaskItem>[] = []
  server.use(
    http.put('*/api/v1/tasks/1', async ({ request }) => {
      const body = (await request.json()) as Partial<TaskItem>
      bodies.push(body)
      return reply(body) as HttpResponse<never>
    }),
  )
  return bodies
}

const accept = (body: Partial<TaskItem>) =>
  HttpResponse.json({ task: aTask({ description: 'Old text', ...body, version: (body.version ?? 0) + 1 }) })

test('the list asks the server for what the address says', async () => {
  const asked: string[] = []
  server.use(
    http.get('*/api/v1/tasks', ({ request }) => {
      asked.push(new URL(request.url).search)
      return HttpResponse.json(aPage([]))
    }),
  )
  const { user } = openPage('/tasks?q=login&assignee=[0]&sort=title', { session: lead })
  await screen.findByText('No task matches')
  expect(asked[0]).toBe('?page=1&per_page=100&sort=title&q=login&assigned_to=none')
  await user.click(screen.getAllByRole('button', { name: 'Clear filters' })[0] as HTMLElement)
  expect(await screen.findByText('No tasks yet')).toBeInTheDocument()
})

test('a status is changed in its row and goes back when that is refused', async () => {
  answer('put', '/tasks/1', { message: 'Not yours' }, 403)
  const { user } = openPage('/tasks', { session: lead })
  const status = await screen.findByRole('combobox', { name: 'Status of Fix the login' })
  await user.click(status)
  await user.click(await screen.findByRole('option', { name: 'Review' }))
  await waitFor(() => expect(status).toHaveTextContent('To do'))
  expect(await accessibilityProblems()).toEqual([])
})

test('many tasks are changed at once, and those that were refused stay selected', async () => {
  let sent: unknown
  server.use(
    http.patch('*/api/v1/tasks/bulk', async ({ request }) => {
      sent = await request.json()
      const results = [
        { id: 1, status: 200, message: 'ok', task: aTask({ priority: 'urgent', version: 2 }) },
        { id: 2, status: 403, message: 'Not yours', task: null },
      ]
      return HttpResponse.json({ results })
    }),
  )
  const { user } = openPage('/tasks', { session: lead })
  await user.click(await screen.findByRole('checkbox', { name: 'Select all tasks shown' }))
  expect(screen.getByText('2 selected')).toBeInTheDocument()
  await user.click(screen.getByRole('combobox', { name: 'Set priority' }))
  await user.click(await screen.findByRole('option', { name: 'Urgent' }))
  expect(await screen.findByText('1 selected')).toBeInTheDocument()
  expect(sent).toEqual({ ids: [1, 2], priority: 'urgent' })
  expect(screen.getByRole('checkbox', { name: 'Select Export' })).toBeChecked()
  await user.click(screen.getByRole('button', { name: 'Clear' }))
  expect(screen.queryByText('1 selected')).not.toBeInTheDocument()
})

test('a developer’s new task is their own', async () => {
  let sent: unknown
  server.use(
    http.post('*/api/v1/tasks', async ({ request }) => {
      sent = await request.json()
      return HttpResponse.json({ task: aTask({ id: 9, title: 'Write docs' }) }, { status: 201 })
    }),
  )
  const { user } = openPage('/tasks', { session: developer })
  await user.click(await screen.findByRole('button', { name: 'New task' }))
  await user.type(screen.getByRole('textbox', { name: /Title/ }), 'Write docs')
  await user.click(screen.getByRole('button', { name: 'Create task' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
  expect(sent).toMatchObject({ title: 'Write docs', assigned_to: 1, project_id: null, status: 'todo' })
})

test('a task page shows everything and passes axe', async () => {
  openPage('/tasks/1', { session: lead })
  expect(await screen.findByRole('heading', { level: 1, name: /Fix the login/ })).toBeInTheDocument()
  expect(await screen.findByText('Done?')).toBeInTheDocument()
  expect(screen.getByRole('link', { name: '#12 Login broken' })).toHaveAttribute(
    'href',
    'https://github.com/acme/portal/issues/12',
  )
  expect(await accessibilityProblems()).toEqual([])
})

test('the title is edited in place', async () => {
  const bodies = onPut(accept)
  const { user } = openPage('/tasks/1', { session: lead })
  await user.click(await screen.findByRole('button', { name: 'Edit title' }))
  const field = screen.getByRole('textbox', { name: 'Title' })
  await user.clear(field)
  await user.type(field, 'Fi')
  expect(screen.getByText('At least 3 characters.')).toBeInTheDocument()
  await user.type(field, 'x it')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(await screen.findByRole('heading', { level: 1, name: /Fix it/ })).toBeInTheDocument()
  expect(bodies).toEqual([{ title: 'Fix it', version: 1 }])
})

test('of two people editing a description the second sees both and saves their own', async () => {
  const bodies = onPut((body) =>
    body.version === 1
      ? HttpResponse.json(
          { message: 'Changed', task: aTask({ description: 'Theirs', version: 2 }) },
          { status: 409 },
        )
      : accept(body),
  )
  const { user } = openPage('/tasks/1', { session: lead })
  await user.click(await screen.findByRole('button', { name: 'Edit description' }))
  const field = screen.getByRole('textbox', { name: 'Description' })
  await user.clear(field)
  await user.type(field, 'Mine')
  await user.keyboard('{Control>}{Enter}{/Control}')
  const dialog = await screen.findByRole('dialog', { name: /Somebody else saved/ })
  expect(within(dialog).getByRole('row', { name: 'Description Mine Theirs' })).toBeInTheDocument()
  await user.click(within(dialog).getByRole('button', { name: 'Save mine' }))
  await waitFor(() => expect(bodies.map((body) => body.version)).toEqual([1, 2]))
  expect(await screen.findByText('Mine')).toBeInTheDocument()
})

test('a change of another field is no conflict', async () => {
  const bodies = onPut((body) =>
    body.version === 1
      ? HttpResponse.json(
          { message: 'Changed', task: aTask({ description: 'Old text', status: 'review', version: 2 }) },
          { status: 409 },
        )
      : accept(body),
  )
  const { user } = openPage('/tasks/1', { session: lead })
  await user.click(await screen.findByRole('button', { name: 'Edit description' }))
  await user.type(screen.getByRole('textbox', { name: 'Description' }), ' and new')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  await waitFor(() => expect(bodies).toHaveLength(2))
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
})

test('full progress asks whether the task is done', async () => {
  const bodies = onPut(accept)
  const { user } = openPage('/tasks/1', { session: lead })
  const slider = await screen.findByRole('slider', { name: 'Progress' })
  fireEvent.change(slider, { target: { value: '100' } })
  fireEvent.pointerUp(slider)
  const dialog = await screen.findByRole('alertdialog', { name: 'Is the task done?' })
  await user.click(within(dialog).getByRole('button', { name: 'Mark as done' }))
  await waitFor(() => expect(bodies.at(-1)).toMatchObject({ status: 'done' }))
  expect(bodies[0]).toMatchObject({ progress: 100 })
})

test('people who may not change a task see why', async () => {
  openPage('/tasks/1', { session: developer })
  expect(await screen.findByText(/Only the assignee and team leads/)).toBeInTheDocument()
  expect(screen.getByRole('combobox', { name: 'Status' })).toBeDisabled()
  expect(screen.queryByRole('button', { name: 'Edit title' })).not.toBeInTheDocument()
})

test('a mention is completed by keyboard and sent with the comment', async () => {
  let sent: unknown
  server.use(
    http.post('*/api/v1/tasks/1/comments', async ({ request }) => {
      sent = await request.json()
      return HttpResponse.json({ comment: aComment({ id: 8, content: '@Ben.Schulz look' }) }, { status: 201 })
    }),
  )
  const { user } = openPage('/tasks/1', { session: lead })
  const field = await screen.findByRole('textbox', { name: 'Write a comment' })
  await user.type(field, '@')
  expect(await screen.findByRole('option', { name: /Ada Moreau/, selected: true })).toBeInTheDocument()
  await user.keyboard('{ArrowDown}{Enter}')
  expect(field).toHaveValue('@Ben.Schulz ')
  await user.type(field, 'look')
  await user.keyboard('{Control>}{Enter}{/Control}')
  expect(await screen.findByText('@Ben.Schulz look')).toBeInTheDocument()
  expect(sent).toEqual({ content: '@Ben.Schulz look', mentioned_user_ids: [2] })
  expect(field).toHaveValue('')
})

test('a refused comment gives the text back', async () => {
  answer('post', '/tasks/1/comments', { message: 'Comment content cannot be empty' }, 400)
  const { user } = openPage('/tasks/1', { session: lead })
  const field = await screen.findByRole('textbox', { name: 'Write a comment' })
  await user.type(field, 'Hello')
  await user.click(screen.getByRole('button', { name: 'Comment' }))
  expect(await screen.findByText('Comment content cannot be empty')).toBeInTheDocument()
  expect(field).toHaveValue('Hello')
})

test('a reply goes below the comment it answers', async () => {
  let sent: unknown
  server.use(
    http.post('*/api/v1/tasks/1/comments', async ({ request }) => {
      sent = await request.json()
      return HttpResponse.json(
        { comment: aComment({ id: 8, parent_id: 1, content: 'Soon' }) },
        { status: 201 },
      )
    }),
  )
  const { user } = openPage('/tasks/1', { session: lead })
  await user.click(await screen.findByRole('button', { name: 'Reply to Ben' }))
  await user.keyboard('Soon{Control>}{Enter}{/Control}')
  const replies = await screen.findByRole('list', { name: 'Replies to Ben' })
  expect(await within(replies).findByText('Soon')).toBeInTheDocument()
  expect(sent).toMatchObject({ parent_id: 1 })
})

test('one’s own comment is edited and deleted', async () => {
  answer('put', '/comments/2', {
    comment: aComment({ id: 2, parent_id: 1, user_id: 1, content: 'Yes!', version: 2 }),
  })
  answer('delete', '/comments/2', { message: 'Comment deleted successfully' })
  const { user } = openPage('/tasks/1', { session: lead })
  await user.click(await screen.findByRole('button', { name: 'Edit comment' }))
  await user.type(screen.getByRole('textbox', { name: 'Edit the comment' }), '!')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(await screen.findByText('Yes!')).toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: 'Delete comment' }))
  const dialog = await screen.findByRole('alertdialog')
  await user.click(within(dialog).getByRole('button', { name: 'Delete comment' }))
  await waitFor(() => expect(screen.queryByText('Yes!')).not.toBeInTheDocument())
})

test('the history tells who changed what', async () => {
  openPage('/tasks/1?tab=history', { session: lead })
  expect(await screen.findByText(/changed the task/)).toHaveTextContent('Ben Schulz changed the task')
  expect(screen.getByText('Review')).toBeInTheDocument()
})

test('an issue is linked by choosing it', async () => {
  let sent: unknown
  answer('get', '/github/repositories', { repositories: [{ id: 4, full_name: 'acme/portal' }] })
  answer('get', '/github/repositories/4/issues', { issues: [{ number: 7, title: 'Crash' }] })
  server.use(
    http.post('*/api/v1/tasks/1/github', async ({ request }) => {
      sent = await request.json()
      return HttpResponse.json({ message: 'ok', link })
    }),
  )
  const { user } = openPage('/tasks/1', { session: lead })
  await user.click(await screen.findByRole('button', { name: 'Link' }))
  await user.click(await screen.findByRole('combobox', { name: /Repository/ }))
  await user.click(await screen.findByRole('option', { name: /acme\/portal/ }))
  await user.click(await screen.findByRole('combobox', { name: /Open issue/ }))
  await user.click(await screen.findByRole('option', { name: /#7 Crash/ }))
  await user.click(screen.getByRole('button', { name: 'Link' }))
  await waitFor(() => expect(sent).toEqual({ repo_id: 4, issue_number: 7, issue_title: 'Crash' }))
})

test('an issue is created from the task', async () => {
  answer('get', '/github/repositories', { repositories: [{ id: 4, full_name: 'acme/portal' }] })
  answer('post', '/tasks/1/github/create-issue', { issue: { number: 8 }, link }, 201)
  const { user } = openPage('/tasks/1', { session: lead })
  await user.click(await screen.findByRole('button', { name: 'Create issue' }))
  await user.click(await screen.findByRole('combobox', { name: /Repository/ }))
  await user.click(await screen.findByRole('option', { name: /acme\/portal/ }))
  await user.click(screen.getByRole('button', { name: 'Create issue' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
})

test('a link whose removal is refused comes back', async () => {
  answer('delete', '/tasks/1/github/3', { message: 'Not yours' }, 403)
  const { user } = openPage('/tasks/1', { session: lead })
  await user.click(await screen.findByRole('button', { name: 'Remove the link with acme/portal' }))
  expect(await screen.findByRole('link', { name: '#12 Login broken' })).toBeInTheDocument()
})

test('without a GitHub account the task page leads to connecting one', async () => {
  answer('get', '/github/status', { connected: false, username: '' })
  openPage('/tasks/1', { session: lead })
  expect(await screen.findByRole('link', { name: 'Connect your GitHub account' })).toBeInTheDocument()
})

test('a deleted task leads back to its project', async () => {
  answer('delete', '/tasks/1', { message: 'Task deleted successfully' })
  answer('get', '/projects/5', { project: aProject() })
  answer('get', '/projects/5/tasks', { tasks: [] })
  const { user, router } = openPage('/tasks/1', { session: lead })
  await user.click(await screen.findByRole('button', { name: 'Delete task' }))
  const dialog = await screen.findByRole('alertdialog')
  await user.click(within(dialog).getByRole('button', { name: 'Delete task' }))
  await waitFor(() => expect(router.state.location.pathname).toBe('/projects/5'))
})

test('a task that is gone says so', async () => {
  answer('get', '/tasks/1', { message: 'Resource not found' }, 404)
  openPage('/tasks/1', { session: lead })
  expect(await screen.findByText('This task is not here')).toBeInTheDocument()
})
