import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import { aProject, aSession, aTask } from '@/test/fixtures'
import { accept, givenOneTask, onPut } from '@/test/one-task'
import { accessibilityProblems, openPage } from '@/test/render'
import { answer } from '@/test/server'

const lead = aSession('team_lead')
const developer = aSession('developer')

givenOneTask()

test('a task page shows everything and passes axe', async () => {
  openPage('/tasks/1', { session: lead })
  expect(await screen.findByRole('heading', { level: 1, name: /Fix the login/ })).toBeInTheDocument()
  expect(await screen.findByText('Done?')).toBeInTheDocument()
  expect(await screen.findByRole('link', { name: '#12 Login broken' })).toHaveAttribute(
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
