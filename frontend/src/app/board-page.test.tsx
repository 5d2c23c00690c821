import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { expect, test, vi } from 'vitest'
import { aSession, aTask } from '@/test/fixtures'
import { givenOneProject } from '@/test/one-project'
import { accessibilityProblems, openPage } from '@/test/render'
import { answer, server } from '@/test/server'

const lead = aSession('team_lead')
const developer = aSession('developer')

givenOneProject()

test('the board shows each task in its column and moves one by its menu', async () => {
  let sent: unknown
  server.use(
    http.put('*/api/v1/tasks/1', async ({ request }) => {
      sent = await request.json()
      return HttpResponse.json({ task: aTask({ status: 'review', version: 2 }) })
    }),
  )
  const { user } = openPage('/projects/5', { session: lead })
  await screen.findByRole('article', { name: 'Fix the login' })
  expect(await accessibilityProblems()).toEqual([])
  await user.click(screen.getByRole('button', { name: 'Move Fix the login' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Review' }))
  const review = screen.getByRole('region', { name: /Review/ })
  expect(await within(review).findByRole('article', { name: 'Fix the login' })).toBeInTheDocument()
  await waitFor(() => expect(sent).toEqual({ status: 'review', version: 1 }))
  await waitFor(() => expect(screen.getByRole('button', { name: 'Carry Fix the login' })).toHaveFocus())
})

test('a refused move goes back and says why', async () => {
  let refuse = () => {}
  server.use(
    http.put('*/api/v1/tasks/1', async () => {
      await new Promise<void>((resolve) => (refuse = resolve))
      return HttpResponse.json({ message: 'You can only update tasks assigned to you' }, { status: 403 })
    }),
  )
  const { user } = openPage('/projects/5', { session: lead })
  await user.click(await screen.findByRole('button', { name: 'Move Fix the login' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Done' }))
  const column = (name: RegExp) => within(screen.getByRole('region', { name }))
  expect(await column(/^Done/).findByRole('article', { name: 'Fix the login' })).toBeInTheDocument()
  refuse()
  expect(await column(/^To do/).findByRole('article', { name: 'Fix the login' })).toBeInTheDocument()
  expect(column(/^Done/).queryByRole('article', { name: 'Fix the login' })).not.toBeInTheDocument()
  expect(await screen.findByText('You can only update tasks assigned to you')).toBeInTheDocument()
  await waitFor(() => expect(screen.getByRole('button', { name: 'Carry Fix the login' })).toHaveFocus())
})

test('a developer carries only cards that are theirs', async () => {
  openPage('/projects/5', { session: developer })
  expect(await screen.findByRole('button', { name: 'Carry Fix the login' })).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: 'Carry Export' })).not.toBeInTheDocument()
})

test('arrow keys walk over the board', async () => {
  const { user } = openPage('/projects/5', { session: lead })
  const first = await screen.findByRole('link', { name: 'Fix the login' })
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
  await user.click(await screen.findByRole('button', { name: 'New task in Review' }))
  await user.keyboard('Write docs{Enter}')
  expect(await screen.findByRole('article', { name: 'Write docs' })).toBeInTheDocument()
  expect(sent).toMatchObject({ title: 'Write docs', status: 'review', project_id: 5, assigned_to: null })
  await user.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('textbox', { name: /Title of the new task/ })).toBeNull())
  expect(screen.getByRole('button', { name: 'New task in Review' })).toHaveFocus()
})

test('what is typed while a card is being created stays', async () => {
  let created: (() => void) | undefined
  server.use(
    http.post('*/api/v1/tasks', async () => {
      await new Promise<void>((resolve) => (created = resolve))
      return HttpResponse.json(
        { task: aTask({ id: 9, title: 'Write docs', status: 'review' }) },
        { status: 201 },
      )
    }),
  )
  const { user } = openPage('/projects/5', { session: lead })
  await user.click(await screen.findByRole('button', { name: 'New task in Review' }))
  await user.keyboard('Write docs{Enter}')
  await waitFor(() => expect(created).toBeDefined())
  const title = screen.getByRole('textbox', { name: /Title of the new task/ })
  await user.clear(title)
  await user.type(title, 'Translate them')
  created?.()
  expect(await screen.findByRole('article', { name: 'Write docs' })).toBeInTheDocument()
  expect(title).toHaveValue('Translate them')
})

test('the board narrows to what the address asks for', async () => {
  const { user } = openPage('/projects/5?q=export', { session: lead })
  expect(await screen.findByText('1 of 2 tasks shown')).toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: 'Clear filters' }))
  expect(await screen.findByRole('article', { name: 'Fix the login' })).toBeInTheDocument()
})

test('of a long column only the cards in sight are in the document', async () => {
  const many = Array.from({ length: 60 }, (_, index) => aTask({ id: index + 1, title: `Task ${index + 1}` }))
  answer('get', '/projects/5/tasks', { tasks: many })
  // jsdom lays nothing out: what scrolls is as tall as six cards.
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(600)
  vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(250)
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(92)
  openPage('/projects/5', { session: lead })
  const column = within(await screen.findByRole('region', { name: /^To do, 60 tasks/ }))
  expect(await column.findByRole('article', { name: 'Task 1' })).toBeInTheDocument()
  expect(column.queryByRole('article', { name: 'Task 60' })).not.toBeInTheDocument()
  const drawn = column.getAllByRole('article').length
  expect(drawn).toBeGreaterThan(0)
  expect(drawn).toBeLessThan(30)
})
