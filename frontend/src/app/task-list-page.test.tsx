import { screen, waitFor } from '@testing-library/react'
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
  const status = await screen.findByRole('combobox', { name: 'Status of Fix the login' })
  await user.click(status)
  await user.click(await screen.findByRole('option', { name: 'Review' }))
  await waitFor(() => expect(status).toHaveTextContent('To do'))
  expect(await accessibilityProblems()).toEqual([])
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
