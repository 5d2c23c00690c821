import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import { aProject, aSession, aTask, aUser } from '@/test/fixtures'
import { accessibilityProblems, openPage } from '@/test/render'
import { answer, server } from '@/test/server'

const lead = aSession('team_lead')
const developer = aSession('developer')
const mobile = aProject({ id: 6, name: 'Mobile app', status: 'on_hold', completion_percentage: 10 })

beforeEach(() => {
  answer('get', '/notifications', { notifications: [], unread_count: 0 })
  answer('get', '/users', {
    users: [aUser(), aUser({ id: 2, name: 'Ben Schulz', email: 'ben@example.com' })],
  })
  answer('get', '/projects', { projects: [aProject(), mobile] })
  answer('get', '/projects/5', { project: aProject() })
  answer('get', '/projects/5/tasks', {
    tasks: [
      aTask({ assigned_to: 1, assignee_name: 'Ada Moreau' }),
      aTask({ id: 2, title: 'Export', status: 'done' }),
    ],
  })
})

function projectNames() {
  const rows = within(screen.getByRole('table')).getAllByRole('row').slice(1)
  return rows.map((row) => within(row).getByRole('link').textContent)
}

test('projects are sorted and filtered by the address', async () => {
  const { user, router } = openPage('/projects', { session: lead })
  await screen.findByRole('table')
  expect(projectNames()).toEqual(['Mobile app', 'Portal'])
  await user.click(screen.getByRole('button', { name: 'Name' }))
  await waitFor(() => expect(projectNames()).toEqual(['Portal', 'Mobile app']))
  await user.type(screen.getByRole('textbox', { name: 'Search projects' }), 'mob')
  await waitFor(() => expect(projectNames()).toEqual(['Mobile app']))
  expect(router.state.location.search).toEqual({ q: 'mob', sort: '-name' })
  expect(await accessibilityProblems()).toEqual([])
})

test('without a match the filters can be cleared', async () => {
  const { user } = openPage('/projects?status=cancelled', { session: lead })
  await screen.findByText('No project matches')
  await user.click(screen.getByRole('button', { name: 'Clear filters' }))
  expect(await screen.findByRole('link', { name: 'Portal' })).toBeInTheDocument()
})

test('a developer without projects learns how to get one', async () => {
  answer('get', '/projects', { projects: [] })
  openPage('/projects', { session: developer })
  expect(await screen.findByText(/once a team lead adds you/)).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: 'New project' })).not.toBeInTheDocument()
})

test('projects that could not be loaded can be tried again', async () => {
  answer('get', '/projects', { message: 'Broken' }, 500)
  const { user } = openPage('/projects', { session: lead })
  await screen.findByText('The projects could not be loaded')
  answer('get', '/projects', { projects: [aProject()] })
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByRole('link', { name: 'Portal' })).toBeInTheDocument()
})

test('a lead creates a project with members and lands on it', async () => {
  let sent: unknown
  server.use(
    http.post('*/api/v1/projects', async ({ request }) => {
      sent = await request.json()
      return HttpResponse.json({ message: 'ok', project: aProject() }, { status: 201 })
    }),
  )
  const { user, router } = openPage('/projects', { session: lead })
  await user.click(await screen.findByRole('button', { name: 'New project' }))
  await user.type(await screen.findByRole('textbox', { name: /Name/ }), 'Po')
  await user.click(screen.getByRole('button', { name: 'Create project' }))
  expect(await screen.findByText('At least 3 characters.')).toBeInTheDocument()
  await user.type(screen.getByRole('textbox', { name: /Name/ }), 'rtal')
  await user.click(screen.getByRole('combobox', { name: 'Members' }))
  await user.click(await screen.findByRole('option', { name: /Ben Schulz/ }))
  await user.keyboard('{Escape}')
  await user.click(screen.getByRole('button', { name: 'Create project' }))
  await waitFor(() => expect(router.state.location.pathname).toBe('/projects/5'))
  expect(sent).toMatchObject({ name: 'Portal', team_members: [2], github_repo: null, status: 'active' })
})

test('whoever saves a project second sees both versions and chooses', async () => {
  const versions: unknown[] = []
  server.use(
    http.put('*/api/v1/projects/5', async ({ request }) => {
      const { version } = (await request.json()) as { version: number }
      versions.push(version)
      return version === 1
        ? HttpResponse.json(
            { message: 'Changed', project: aProject({ name: 'Gate', version: 2 }) },
            { status: 409 },
          )
        : HttpResponse.json({ message: 'ok', project: aProject({ name: 'Portal two', version: 3 }) })
    }),
  )
  const { user } = openPage('/projects', { session: lead })
  await user.click(await screen.findByRole('button', { name: 'Actions for Portal' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Edit and members' }))
  await user.type(await screen.findByRole('textbox', { name: /Name/ }), ' two')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  const dialog = await screen.findByRole('dialog', { name: /Somebody else saved/ })
  expect(within(dialog).getByRole('row', { name: 'Name Portal two Gate' })).toBeInTheDocument()
  await user.click(within(dialog).getByRole('button', { name: 'Save mine' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
  expect(versions).toEqual([1, 2])
})

test('a project is deleted after a question, and stays with the reason when that is refused', async () => {
  answer('delete', '/projects/5', { message: 'Insufficient permissions' }, 403)
  const { user } = openPage('/projects', { session: lead })
  await user.click(await screen.findByRole('button', { name: 'Actions for Portal' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Delete' }))
  const dialog = await screen.findByRole('alertdialog', { name: 'Delete Portal?' })
  expect(dialog).toHaveTextContent('Its 2 tasks stay')
  await user.click(within(dialog).getByRole('button', { name: 'Delete project' }))
  expect(await within(dialog).findByText('Insufficient permissions')).toBeInTheDocument()
  expect(screen.getByText('Portal', { selector: 'a' })).toBeInTheDocument()
})

test('the board shows each task in its column and moves one by its menu', async () => {
  let sent: unknown
  server.use(
    http.put('*/api/v1/tasks/1', async ({ request }) => {
      sent = await request.json()
      return HttpResponse.json({ task: aTask({ status: 'review', version: 2 }) })
    }),
  )
  const { user } = openPage('/projects/5', { session: lead })
  await screen.findByRole('article', { name: 'Fix the login' }, { timeout: 5000 })
  expect(await accessibilityProblems()).toEqual([])
  await user.click(screen.getByRole('button', { name: 'Move Fix the login' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Review' }))
  const review = screen.getByRole('region', { name: /Review/ })
  expect(await within(review).findByRole('article', { name: 'Fix the login' })).toBeInTheDocument()
  await waitFor(() => expect(sent).toEqual({ status: 'review', version: 1 }))
  await waitFor(() => expect(screen.getByRole('button', { name: 'Carry Fix the login' })).toHaveFocus())
})

test('a refused move goes back and says why', async () => {
  answer('put', '/tasks/1', { message: 'You can only update tasks assigned to you' }, 403)
  const { user } = openPage('/projects/5', { session: lead })
  await user.click(await screen.findByRole('button', { name: 'Move Fix the login' }, { timeout: 5000 }))
  await user.click(await screen.findByRole('menuitem', { name: 'Done' }))
  await waitFor(() =>
    expect(
      within(screen.getByRole('region', { name: /To do/ })).getByRole('article', { name: 'Fix the login' }),
    ).toBeInTheDocument(),
  )
})

test('a developer carries only cards that are theirs', async () => {
  openPage('/projects/5', { session: developer })
  expect(
    await screen.findByRole('button', { name: 'Carry Fix the login' }, { timeout: 5000 }),
  ).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: 'Carry Export' })).not.toBeInTheDocument()
})

test('arrow keys walk over the board', async () => {
  const { user } = openPage('/projects/5', { session: lead })
  const first = await screen.findByRole('link', { name: 'Fix the login' }, { timeout: 5000 })
  first.focus()
  await user.keyboard('{ArrowRight}')
  await waitFor(() => expect(screen.getByRole('link', { name: 'Export' })).toHaveFocus())
})

test('a new task is made in a column by typing its title', async () => {
  let sent: unknown
  server.use(
    http.post('*/api/v1/tasks', async ({ request }) => {
      sent = await request.json()
      return HttpResponse.json(
        { task: aTask({ id: 9, title: 'Write docs', status: 'review' }) },
        { status: 201 },
      )
    }),
  )
  const { user } = openPage('/projects/5', { session: lead })
  await user.click(await screen.findByRole('button', { name: 'New task in Review' }, { timeout: 5000 }))
  await user.keyboard('Write docs{Enter}')
  expect(await screen.findByRole('article', { name: 'Write docs' })).toBeInTheDocument()
  expect(sent).toMatchObject({ title: 'Write docs', status: 'review', project_id: 5, assigned_to: null })
  await user.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('textbox', { name: /Title of the new task/ })).toBeNull())
  expect(screen.getByRole('button', { name: 'New task in Review' })).toHaveFocus()
})

test('the board narrows to what the address asks for', async () => {
  const { user } = openPage('/projects/5?q=export', { session: lead })
  expect(await screen.findByText('1 of 2 tasks match the filters', {}, { timeout: 5000 })).toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: 'Clear filters' }))
  expect(await screen.findByRole('article', { name: 'Fix the login' })).toBeInTheDocument()
})

test('the list and the overview are one tab away', async () => {
  answer('get', '/dashboard/projects/5', {
    project: aProject(),
    task_stats: { total: 2, backlog: 0, todo: 1, in_progress: 0, review: 0, done: 1 },
    tasks_due_soon: [
      { id: 1, title: 'Fix the login', deadline: '2026-05-08T00:00:00Z', status: 'todo', assigned_to: 1 },
    ],
    recently_updated_tasks: [{ id: 2, title: 'Export', status: 'done', updated_at: '2026-05-07T12:00:00Z' }],
    team_members: [],
  })
  const { user, router } = openPage('/projects/5?tab=list', { session: lead })
  const table = await screen.findByRole('table')
  expect(within(table).getAllByRole('row')).toHaveLength(3)
  await user.click(screen.getByRole('tab', { name: 'Overview' }))
  expect(await screen.findByRole('region', { name: 'Members (1)' })).toBeInTheDocument()
  expect(await screen.findByRole('region', { name: 'Due soon' })).toHaveTextContent('Fix the login')
  expect(router.state.location.search).toMatchObject({ tab: 'overview' })
  expect(await accessibilityProblems()).toEqual([])
})

test('a project that is gone says so', async () => {
  answer('get', '/projects/5', { message: 'Resource not found' }, 404)
  openPage('/projects/5', { session: lead })
  expect(await screen.findByText('This project is not here')).toBeInTheDocument()
})
