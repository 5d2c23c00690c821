import { fireEvent, screen, waitFor } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import { aSession, aTask } from '@/test/fixtures'
import { aPage, givenOneTask } from '@/test/one-task'
import { accessibilityProblems, openPage } from '@/test/render'
import { answer, server } from '@/test/server'

const lead = aSession('team_lead')
const developer = aSession('developer')

givenOneTask()

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
  const [clear] = screen.getAllByRole('button', { name: 'Clear filters' })
  if (clear) await user.click(clear)
  expect(await screen.findByText('No tasks yet')).toBeInTheDocument()
})

test('a status is changed in its row and goes back when that is refused', async () => {
  answer('put', '/tasks/1', { message: 'Not yours' }, 403)
  const { user } = openPage('/tasks', { session: lead })
  const status = () => screen.findByRole('combobox', { name: 'Status of Fix the login' })
  await user.click(await status())
  await user.click(await screen.findByRole('option', { name: 'Review' }))
  await waitFor(async () => expect(await status()).toHaveTextContent('To do'))
  expect(await accessibilityProblems()).toEqual([])
})

test('a status is opened by a key, chosen, and keeps focus in its row', async () => {
  answer('put', '/tasks/1', { task: aTask({ status: 'review' }) })
  const { user } = openPage('/tasks', { session: lead })
  const status = () => screen.getByRole('combobox', { name: 'Status of Fix the login' })
  const link = await screen.findByRole('link', { name: 'Fix the login' })
  link.focus()
  await user.tab()
  if (document.activeElement !== status()) await user.tab()
  expect(status()).toHaveFocus()
  await user.keyboard('{ArrowDown}')
  await user.click(await screen.findByRole('option', { name: 'Review' }))
  await waitFor(() => expect(status()).toHaveFocus())
  expect(status()).toHaveTextContent('Review')
})

test('a link of a row is followed in place, and left to the browser when a key asks for another tab', async () => {
  answer('get', '/tasks/1', { task: { ...aTask(), github_links: [] } })
  answer('get', '/tasks/1/comments', { comments: [] })
  const { user, router } = openPage('/tasks', { session: lead })
  const link = await screen.findByRole('link', { name: 'Fix the login' })
  const kept = new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey: true })
  // Here nothing opens tabs: whether the page has taken the click is asked, then it is stopped.
  document.addEventListener('click', (event) => event.preventDefault(), { once: true })
  fireEvent(link, kept)
  expect(router.state.location.pathname).toBe('/tasks')
  await user.click(link)
  await waitFor(() => expect(router.state.location.pathname).toBe('/tasks/1'))
})

test('a box that is ticked keeps its focus', async () => {
  const { user } = openPage('/tasks', { session: lead })
  const box = await screen.findByRole('checkbox', { name: 'Select Export' })
  box.focus()
  await user.keyboard(' ')
  expect(await screen.findByText('1 selected')).toBeInTheDocument()
  expect(screen.getByRole('checkbox', { name: 'Select Export' })).toHaveFocus()
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
  expect(await screen.findByText('2 selected')).toBeInTheDocument()
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
  await user.type(await screen.findByRole('textbox', { name: /Title/ }), 'Write docs')
  await user.click(screen.getByRole('button', { name: 'Create task' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
  expect(sent).toMatchObject({ title: 'Write docs', assigned_to: 1, project_id: null, status: 'todo' })
})

test('every filter of the list stands in the address and is asked of the server', async () => {
  const asked: string[] = []
  server.use(
    http.get('*/api/v1/tasks', ({ request }) => {
      asked.push(new URL(request.url).search)
      return HttpResponse.json(aPage([aTask()]))
    }),
  )
  const { user, router } = openPage('/tasks', { session: lead })
  async function choose(filter: string, option: RegExp) {
    await user.click(await screen.findByRole('combobox', { name: filter }))
    await user.click(await screen.findByRole('option', { name: option }))
    await user.keyboard('{Escape}')
  }
  await choose('Filter by status', /Done/)
  await choose('Filter by priority', /High/)
  await choose('Filter by assignee', /Unassigned/)
  await choose('Filter by creator', /Ada Moreau/)
  await choose('Filter by project', /Portal/)
  await choose('Filter by deadline', /Overdue/)
  await waitFor(() =>
    expect(asked.at(-1)).toBe(
      '?page=1&per_page=100&sort=-updated_at&status=done&status=completed&priority=high&assigned_to=none&created_by=1&project_id=5&overdue=true',
    ),
  )
  await choose('Filter by deadline', /Due within 7 days/)
  await waitFor(() => expect(asked.at(-1)).toMatch(/due_before=/))
  expect(router.state.location.search).toEqual({
    status: ['done'],
    priority: ['high'],
    assignee: [0],
    creator: 1,
    project: 5,
    due: 'week',
  })
  await choose('Filter by status', /Done/)
  await waitFor(() => expect(router.state.location.search).not.toHaveProperty('status'))
})

test('a link to a page that is no longer there leads to the first one', async () => {
  server.use(
    http.get('*/api/v1/tasks', ({ request }) => {
      const page = Number(new URL(request.url).searchParams.get('page'))
      const tasks = page === 1 ? [aTask()] : []
      return HttpResponse.json({ tasks, pagination: { page, per_page: 100, total: 1, pages: 1 } })
    }),
  )
  const { user } = openPage('/tasks?page=9', { session: lead })
  await user.click(await screen.findByRole('button', { name: 'Go to the first page' }))
  expect(await screen.findByRole('link', { name: 'Fix the login' })).toBeInTheDocument()
})

test('turning the page and sorting are asked of the server and kept in the address', async () => {
  const asked: URLSearchParams[] = []
  server.use(
    http.get('*/api/v1/tasks', ({ request }) => {
      const query = new URL(request.url).searchParams
      asked.push(query)
      const page = Number(query.get('page'))
      return HttpResponse.json({
        tasks: [aTask({ id: page })],
        pagination: { page, per_page: 100, total: 150, pages: 2 },
      })
    }),
  )
  const { user, router } = openPage('/tasks', { session: lead })
  await user.click(await screen.findByRole('button', { name: 'Next page' }))
  expect(await screen.findByText('101–150 of 150 tasks')).toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: 'Deadline' }))
  await waitFor(() => expect(asked.at(-1)?.get('sort')).toBe('deadline'))
  expect(asked.at(-1)?.get('page')).toBe('1')
  expect(router.state.location.search).toEqual({ sort: 'deadline' })
})

test('a lead’s new task has a project, somebody to do it and a day', async () => {
  let sent: unknown
  server.use(
    http.post('*/api/v1/tasks', async ({ request }) => {
      sent = await request.json()
      return HttpResponse.json({ task: aTask({ id: 9, title: 'Write docs' }) }, { status: 201 })
    }),
  )
  const { user, router } = openPage('/tasks?project=5', { session: lead })
  answer('get', '/tasks/9', { task: { ...aTask({ id: 9, title: 'Write docs' }), github_links: [] } })
  answer('get', '/tasks/9/comments', { comments: [] })
  await user.click(await screen.findByRole('button', { name: 'New task' }))
  await user.type(await screen.findByRole('textbox', { name: /Title/ }), 'Wr')
  await user.click(screen.getByRole('button', { name: 'Create task' }))
  expect(await screen.findByText('At least 3 characters.')).toBeInTheDocument()
  await user.type(screen.getByRole('textbox', { name: /Title/ }), 'ite docs')
  expect(screen.getByRole('combobox', { name: 'Project' })).toHaveTextContent('Portal')
  await user.click(screen.getByRole('combobox', { name: 'Assignee' }))
  await user.click(await screen.findByRole('option', { name: /Ben Schulz/ }))
  await user.click(screen.getByRole('combobox', { name: 'Priority' }))
  await user.click(await screen.findByRole('option', { name: 'High' }))
  fireEvent.change(screen.getByLabelText('Deadline'), { target: { value: '2026-06-01' } })
  await user.click(screen.getByRole('button', { name: 'Create task' }))
  const open = await screen.findByRole('button', { name: 'Open' })
  // Until the dialog is gone, nothing outside of it can be clicked.
  await waitFor(() => expect(document.body).not.toHaveStyle({ pointerEvents: 'none' }))
  await user.click(open)
  await waitFor(() => expect(router.state.location.pathname).toBe('/tasks/9'))
  expect(sent).toMatchObject({
    project_id: 5,
    assigned_to: 2,
    priority: 'high',
    deadline: '2026-06-01T23:59:59.000Z',
  })
})

test('more tasks than the server takes at once are not offered to be changed', async () => {
  const many = Array.from({ length: 501 }, (_, index) => aTask({ id: index + 1, title: `Task ${index + 1}` }))
  answer('get', '/tasks', aPage(many))
  const { user } = openPage('/tasks', { session: lead })
  await user.click(await screen.findByRole('checkbox', { name: 'Select all tasks shown' }))
  expect(await screen.findByText(/at most 500 at once/)).toBeInTheDocument()
  expect(screen.getByRole('combobox', { name: 'Set status' })).toBeDisabled()
})

test('many tasks get somebody, and a refusal of all says why', async () => {
  const sent: unknown[] = []
  server.use(
    http.patch('*/api/v1/tasks/bulk', async ({ request }) => {
      sent.push(await request.json())
      return HttpResponse.json({ message: 'Assignee does not exist' }, { status: 400 })
    }),
  )
  const { user } = openPage('/tasks', { session: lead })
  await user.click(await screen.findByRole('checkbox', { name: 'Select Export' }))
  await user.click(await screen.findByRole('combobox', { name: 'Set assignee' }))
  await user.click(await screen.findByRole('option', { name: /Unassigned/ }))
  expect(await screen.findByText('The tasks were not changed')).toBeInTheDocument()
  expect(screen.getByText('Assignee does not exist')).toBeInTheDocument()
  expect(sent).toEqual([{ ids: [2], assigned_to: null }])
})
