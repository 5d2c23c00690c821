import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import { aProject, aSession, aTask } from '@/test/fixtures'
import { givenOneProject, mobileApp } from '@/test/one-project'
import { accessibilityProblems, openPage } from '@/test/render'
import { answer, server } from '@/test/server'

const lead = aSession('team_lead')

givenOneProject()

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

test('the list of a project is sorted, narrowed and changed in bulk without asking for its tasks again', async () => {
  let asked = 0
  server.use(
    http.get('*/api/v1/projects/5/tasks', () => {
      asked += 1
      return HttpResponse.json({
        tasks: [
          aTask({ priority: 'low' }),
          aTask({ id: 2, title: 'Export', priority: 'urgent', assigned_to: 2, assignee_name: 'Ben Schulz' }),
        ],
      })
    }),
    http.patch('*/api/v1/tasks/bulk', () =>
      HttpResponse.json({
        results: [
          { id: 2, status: 200, message: 'ok', task: aTask({ id: 2, title: 'Export', status: 'done' }) },
        ],
      }),
    ),
  )
  const { user, router } = openPage('/projects/5?tab=list', { session: lead })
  const titles = () =>
    within(screen.getByRole('table'))
      .getAllByRole('link')
      .map((link) => link.textContent)
  await screen.findByRole('table')
  expect(titles()).toEqual(['Export', 'Fix the login'])
  await user.click(screen.getByRole('button', { name: 'Priority' }))
  await waitFor(() => expect(titles()).toEqual(['Fix the login', 'Export']))
  await user.click(screen.getByRole('combobox', { name: 'Filter by assignee' }))
  await user.click(await screen.findByRole('option', { name: /Ben Schulz/ }))
  await user.keyboard('{Escape}')
  await waitFor(() => expect(titles()).toEqual(['Export']))
  expect(router.state.location.search).toEqual({ tab: 'list', sort: 'priority', assignee: [2] })
  await user.click(screen.getByRole('checkbox', { name: 'Select Export' }))
  await user.click(await screen.findByRole('combobox', { name: 'Set status' }))
  await user.click(await screen.findByRole('option', { name: 'Done' }))
  expect(await screen.findByText('1 task changed')).toBeInTheDocument()
  expect(asked).toBe(1)
})

test('a list that the filters empty says so', async () => {
  const { user } = openPage('/projects/5?tab=list&q=xyzzy', { session: lead })
  expect(await screen.findByText('No task matches')).toBeInTheDocument()
  await user.click(screen.getAllByRole('button', { name: 'Clear filters' })[1]!)
  expect(await screen.findByRole('table')).toBeInTheDocument()
})

test('a list without tasks offers to make the first', async () => {
  answer('get', '/projects/5/tasks', { tasks: [] })
  const { user } = openPage('/projects/5?tab=list', { session: lead })
  await user.click(await screen.findByRole('button', { name: 'Create the first task' }))
  expect(await screen.findByRole('dialog', { name: 'New task' })).toBeInTheDocument()
})

test('a project without anything says what could be there', async () => {
  answer('get', '/projects/5', {
    project: aProject({ description: null, team_members: [], github_repo: 'https://github.com/acme/portal' }),
  })
  answer('get', '/dashboard/projects/5', {
    project: aProject({ completion_percentage: 0 }),
    task_stats: { total: 0, backlog: 0, todo: 0, in_progress: 0, review: 0, done: 0 },
    tasks_due_soon: [],
    recently_updated_tasks: [],
    team_members: [],
  })
  openPage('/projects/5?tab=overview', { session: lead })
  expect(await screen.findByText('Nothing is due within a week.')).toBeInTheDocument()
  expect(screen.getByText(/Add the first one on the board/)).toBeInTheDocument()
  expect(screen.getByText('Nobody is a member yet.')).toBeInTheDocument()
  expect(screen.getByRole('link', { name: /acme\/portal/ })).toHaveAttribute(
    'href',
    'https://github.com/acme/portal',
  )
})

test('a project that is gone says so', async () => {
  answer('get', '/projects/5', { message: 'Resource not found' }, 404)
  openPage('/projects/5', { session: lead })
  expect(await screen.findByText('This project is not here')).toBeInTheDocument()
})

test('a project that could not be loaded can be tried again', async () => {
  answer('get', '/projects/5', { message: 'Broken' }, 500)
  const { user } = openPage('/projects/5', { session: lead })
  expect(await screen.findByText('The project could not be loaded')).toBeInTheDocument()
  answer('get', '/projects/5', { project: aProject() })
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByRole('article', { name: 'Fix the login' })).toBeInTheDocument()
})

test('a project deleted on its own page leads to the others', async () => {
  answer('delete', '/projects/5', { message: 'ok' })
  const { user, router } = openPage('/projects/5', { session: lead })
  await user.click(await screen.findByRole('button', { name: 'Actions for Portal' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Delete' }))
  answer('get', '/projects', { projects: [mobileApp] })
  await user.click(await screen.findByRole('button', { name: 'Delete project' }))
  await waitFor(() => expect(router.state.location.pathname).toBe('/projects'))
  expect(await screen.findByText('Portal is deleted')).toBeInTheDocument()
})
