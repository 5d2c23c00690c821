import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { TASK_STATUSES } from '@/api/labels'
import { aProject, aSession, aTask, aUser } from '@/test/fixtures'
import { accept, onPut } from '@/test/one-task'
import { openPage } from '@/test/render'
import { answer } from '@/test/server'

const lead = aSession('team_lead')
const LIFTED = 'Fix the login is lifted over To do, where it was.'

const COLUMN = 200

/** jsdom lays nothing out, so the columns get their places, side by side, and what is carried that of its card. */
function columnsSideBySide() {
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    const column = this.closest<HTMLElement>('[data-column]')?.dataset.column
    const carried = this.closest<HTMLElement>('[style*="fixed"]')?.style.left
    const left = column
      ? TASK_STATUSES.findIndex((status) => status === column) * COLUMN
      : Number.parseFloat(carried ?? '') || 0
    const isColumn = this.hasAttribute('data-column')
    return new DOMRect(left, 0, isColumn ? 190 : 100, isColumn ? 500 : 40)
  })
}

beforeEach(() => {
  columnsSideBySide()
  answer('get', '/notifications', { notifications: [], unread_count: 0 })
  answer('get', '/users', { users: [aUser()] })
  answer('get', '/projects/5', { project: aProject() })
  answer('get', '/projects/5/tasks', { tasks: [aTask()] })
})

function column(name: RegExp) {
  return within(screen.getByRole('region', { name }))
}

function at(clientX: number) {
  return { clientX, clientY: 20, button: 0 }
}

test('a card is dragged into another column with the mouse', async () => {
  const bodies = onPut(accept)
  openPage('/projects/5', { session: lead })
  const card = await screen.findByRole('article', { name: 'Fix the login' })
  fireEvent.mouseDown(card, at(250))
  fireEvent.mouseMove(document, at(270))
  expect(await screen.findByText(LIFTED)).toBeInTheDocument()
  fireEvent.mouseMove(document, at(650))
  expect(await screen.findByText('Fix the login is over Review.')).toBeInTheDocument()
  fireEvent.mouseUp(document, at(650))
  expect(await column(/^Review/).findByRole('article', { name: 'Fix the login' })).toBeInTheDocument()
  await waitFor(() => expect(bodies).toEqual([{ status: 'review', version: 1 }]))
})

test('a card dropped beside the board stays where it was', async () => {
  openPage('/projects/5', { session: lead })
  const card = await screen.findByRole('article', { name: 'Fix the login' })
  fireEvent.mouseDown(card, at(250))
  fireEvent.mouseMove(document, at(270))
  await screen.findByText(LIFTED)
  fireEvent.mouseMove(document, at(5000))
  await screen.findByText('Fix the login is over no column.')
  fireEvent.mouseUp(document, at(5000))
  expect(await screen.findByText('Fix the login stays where it was.')).toBeInTheDocument()
  expect(column(/^To do/).getByRole('article', { name: 'Fix the login' })).toBeInTheDocument()
})

test('a card is carried by its grip with the keyboard, and put back with escape', async () => {
  const bodies = onPut(accept)
  const { user } = openPage('/projects/5', { session: lead })
  const grip = await screen.findByRole('button', { name: 'Carry Fix the login' })
  grip.focus()
  await user.keyboard(' ')
  expect(await screen.findByText(LIFTED)).toBeInTheDocument()
  await user.keyboard('{ArrowRight}')
  expect(await screen.findByText('Fix the login is over In progress.')).toBeInTheDocument()
  await user.keyboard('{Escape}')
  expect(await screen.findByText('Fix the login is back where it was.')).toBeInTheDocument()
  expect(bodies).toEqual([])
  await waitFor(() => expect(screen.getByRole('button', { name: 'Carry Fix the login' })).toHaveFocus())
  await user.keyboard(' ')
  await screen.findByText(LIFTED)
  await user.keyboard('{ArrowRight}')
  await screen.findByText('Fix the login is over In progress.')
  await user.keyboard(' ')
  expect(await column(/^In progress/).findByRole('article', { name: 'Fix the login' })).toBeInTheDocument()
  await waitFor(() => expect(bodies).toEqual([{ status: 'in_progress', version: 1 }]))
  await waitFor(() => expect(screen.getByRole('button', { name: 'Carry Fix the login' })).toHaveFocus())
})
