import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import { aSession } from '@/test/fixtures'
import { givenOneTask } from '@/test/one-task'
import { openPage } from '@/test/render'
import { answer, server } from '@/test/server'

const lead = aSession('team_lead')
const at = '2026-05-07T12:00:00Z'

givenOneTask()

test('the history is shown a page at a time, with people and projects by name', async () => {
  const pages = [
    [
      {
        seq: 9,
        type: 'task.updated',
        actor_id: null,
        actor_name: null,
        changes: [
          { field: 'assigned_to', from: 1, to: 99 },
          { field: 'project_id', from: 5, to: 77 },
        ],
        created_at: at,
      },
    ],
    [{ seq: 8, type: 'task.created', actor_id: 9, actor_name: null, changes: [], created_at: at }],
  ]
  server.use(
    http.get('*/api/v1/tasks/1/history', ({ request }) => {
      const page = Number(new URL(request.url).searchParams.get('page'))
      return HttpResponse.json({
        history: pages[page - 1],
        pagination: { page, per_page: 20, total: 2, pages: 2 },
      })
    }),
  )
  const { user } = openPage('/tasks/1?tab=history', { session: lead })
  expect(await screen.findByText(/changed the task/)).toHaveTextContent('GitHub changed the task')
  await waitFor(() => expect(screen.getByText('Person #99').closest('li')).toHaveTextContent('Ada Moreau'))
  await waitFor(() => expect(screen.getByText('Project #77').closest('li')).toHaveTextContent('Portal'))
  await user.click(screen.getByRole('button', { name: 'Show older' }))
  expect(await screen.findByText(/created the task/)).toHaveTextContent('Somebody who is gone')
  expect(screen.queryByRole('button', { name: 'Show older' })).not.toBeInTheDocument()
  expect(within(screen.getByRole('tabpanel', { name: 'History' })).getAllByRole('list')[0]).toHaveFocus()
})

test('older history that cannot be loaded says why, leaves what is there, and can be asked for again', async () => {
  const entry = { actor_id: 1, actor_name: 'Ada Moreau', changes: [], created_at: at }
  let isBroken = true
  server.use(
    http.get('*/api/v1/tasks/1/history', ({ request }) => {
      const page = Number(new URL(request.url).searchParams.get('page'))
      if (page === 2 && isBroken) return HttpResponse.json({ message: 'The server is busy' }, { status: 500 })
      const type = page === 1 ? 'task.updated' : 'task.created'
      return HttpResponse.json({
        history: [{ ...entry, seq: 10 - page, type }],
        pagination: { page, per_page: 20, total: 2, pages: 2 },
      })
    }),
  )
  const { user } = openPage('/tasks/1?tab=history', { session: lead })
  await user.click(await screen.findByRole('button', { name: 'Show older' }))
  expect(await screen.findByText(/could not be loaded. The server is busy/)).toBeInTheDocument()
  expect(screen.getByText(/changed the task/)).toBeInTheDocument()
  isBroken = false
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByText(/created the task/)).toBeInTheDocument()
  expect(screen.queryByText(/could not be loaded/)).not.toBeInTheDocument()
})

test('a task nothing has happened to says so', async () => {
  answer('get', '/tasks/1/history', {
    history: [],
    pagination: { page: 1, per_page: 20, total: 0, pages: 0 },
  })
  openPage('/tasks/1?tab=history', { session: lead })
  expect(await screen.findByText('Nothing has happened yet.')).toBeInTheDocument()
})
