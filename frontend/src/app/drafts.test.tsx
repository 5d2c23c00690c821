import { act, screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { beforeEach, expect, test, vi } from 'vitest'
import { signalSessionEnded } from '@/api/session-signal'
import { applyEvents } from '@/realtime/reducer'
import { aComment, aProject, aSession, aTask } from '@/test/fixtures'
import { accept, givenOneTask, onPut } from '@/test/one-task'
import { openPage } from '@/test/render'
import { answer, server } from '@/test/server'
import { watchSession } from './watch-session'

const lead = aSession('team_lead')

givenOneTask()
beforeEach(() => {
  answer('get', '/projects/5', { project: aProject() })
  answer('get', '/projects/5/tasks', { tasks: [aTask()] })
})

type Page = ReturnType<typeof openPage>

async function leaveAndComeBack({ router }: Page) {
  const { href } = router.state.location
  await act(() => router.navigate({ to: '/tasks' }))
  await screen.findByRole('heading', { level: 1, name: 'Tasks' })
  await act(() => router.navigate({ href }))
  await screen.findByRole('heading', { level: 1, name: /Fix the login/ })
}

const commentField = () => screen.findByRole('textbox', { name: 'Write a comment' })

test('a comment that was begun is there again after leaving the page, and gone once it is sent', async () => {
  server.use(
    http.post('*/api/v1/tasks/1/comments', async ({ request }) => {
      const { content } = (await request.json()) as { content: string }
      return HttpResponse.json({ comment: aComment({ id: 9, content }) }, { status: 201 })
    }),
  )
  const page = openPage('/tasks/1', { session: lead })
  await page.user.type(await commentField(), 'Half a sentence')
  await leaveAndComeBack(page)
  expect(await commentField()).toHaveValue('Half a sentence')
  expect(screen.getByText('What you had written is back.')).toBeInTheDocument()
  await page.user.click(screen.getByRole('button', { name: 'Comment' }))
  expect(await screen.findByText('Half a sentence', { selector: 'p' })).toBeInTheDocument()
  await leaveAndComeBack(page)
  expect(await commentField()).toHaveValue('')
})

test('a reply and an edit that were begun are offered again at their comments', async () => {
  const page = openPage('/tasks/1', { session: lead })
  await page.user.click(await screen.findByRole('button', { name: 'Reply to Ben' }))
  await page.user.keyboard('Not yet')
  await page.user.click(screen.getByRole('button', { name: 'Edit comment' }))
  await page.user.type(screen.getByRole('textbox', { name: 'Edit the comment' }), ' indeed')
  await leaveAndComeBack(page)
  const edited = await screen.findByRole('article', { name: 'Comment by Ada Moreau' })
  await page.user.click(within(edited).getByRole('button', { name: 'Continue' }))
  expect(screen.getByRole('textbox', { name: 'Edit the comment' })).toHaveValue('Yes indeed')
  await page.user.click(screen.getByRole('button', { name: 'Cancel' }))
  expect(screen.queryByText('You have begun to edit this comment.')).not.toBeInTheDocument()
  await page.user.click(screen.getByRole('button', { name: 'Continue' }))
  expect(screen.getByRole('textbox', { name: 'Write a reply' })).toHaveValue('Not yet')
})

test('what was begun at a comment that others deleted meanwhile can be copied', async () => {
  const page = openPage('/tasks/1', { session: lead })
  const writeText = vi.spyOn(navigator.clipboard, 'writeText')
  await page.user.click(await screen.findByRole('button', { name: 'Edit comment' }))
  await page.user.type(screen.getByRole('textbox', { name: 'Edit the comment' }), ' indeed')
  answer('get', '/tasks/1/comments', { comments: [aComment()] })
  page.client.removeQueries({ queryKey: ['tasks', 'comments'] })
  await leaveAndComeBack(page)
  expect(await screen.findByRole('textbox', { name: 'Changed comment' })).toHaveValue('Yes indeed')
  await page.user.click(screen.getByRole('button', { name: 'Copy' }))
  expect(writeText).toHaveBeenCalledWith('Yes indeed')
  await page.user.click(screen.getByRole('button', { name: 'Discard' }))
  expect(screen.queryByText('What you had written here')).not.toBeInTheDocument()
})

test('a description survives the end of the session, and what others saved meanwhile is not overwritten', async () => {
  const page = openPage('/tasks/1', { session: lead })
  const stop = watchSession(page.router, page.client)
  await page.user.click(await screen.findByRole('button', { name: 'Edit description' }))
  await page.user.type(screen.getByRole('textbox', { name: 'Description' }), ' and mine')
  signalSessionEnded()
  answer('post', '/auth/login', { message: 'Login successful' })
  answer('get', '/auth/me', { user: lead.user })
  answer('get', '/auth/permissions', { role: lead.role, permissions: lead.permissions })
  const theirs = aTask({ description: 'Theirs', version: 4 })
  answer('get', '/tasks/1', { task: { ...theirs, github_links: [] } })
  await page.user.type(await screen.findByRole('textbox', { name: /Email/ }), 'ada@example.com')
  await page.user.type(screen.getByLabelText(/^Password/), 'password1{Enter}')
  expect(await screen.findByText('You have begun to change the description.')).toBeInTheDocument()
  await page.user.click(screen.getByRole('button', { name: 'Continue' }))
  expect(screen.getByRole('textbox', { name: 'Description' })).toHaveValue('Old text and mine')
  expect(screen.getByText(/Somebody else has changed this/)).toBeInTheDocument()
  const bodies = onPut((body) =>
    body.version === 4
      ? accept(body)
      : HttpResponse.json({ message: 'Changed', task: theirs }, { status: 409 }),
  )
  await page.user.click(screen.getByRole('button', { name: 'Save' }))
  const dialog = await screen.findByRole('dialog')
  await page.user.click(within(dialog).getByRole('button', { name: /mine/i }))
  await waitFor(() => expect(bodies.map(({ version }) => version)).toEqual([1, 4]))
  await waitFor(() => expect(screen.queryByRole('textbox', { name: 'Description' })).not.toBeInTheDocument())
  expect(screen.queryByText('You have begun to change the description.')).not.toBeInTheDocument()
  stop()
})

test('what somebody was writing at a task that others delete is shown to be copied', async () => {
  const page = openPage('/tasks/1', { session: lead })
  await page.user.click(await screen.findByRole('button', { name: 'Edit description' }))
  await page.user.type(screen.getByRole('textbox', { name: 'Description' }), ' and mine')
  answer('get', '/tasks/1', { message: 'Resource not found' }, 404)
  act(() => {
    const stale = applyEvents(page.client, [
      {
        name: 'task_updated',
        payload: { task_id: 1, update_type: 'deleted', updated_by: 2, timestamp: '2026-05-07T12:00:00Z' },
      },
    ])
    for (const queryKey of stale) void page.client.invalidateQueries({ queryKey })
  })
  expect(await screen.findByText('This task is not here')).toBeInTheDocument()
  expect(screen.getByRole('textbox', { name: 'Description' })).toHaveValue('Old text and mine')
  expect(screen.getByRole('heading', { level: 1, name: 'Task' })).toHaveFocus()
})

test('a new task that was being entered is back when the form opens again', async () => {
  const { user } = openPage('/tasks', { session: lead })
  const open = async () => {
    await user.click(await screen.findByRole('button', { name: 'New task' }))
    return screen.findByRole('textbox', { name: /Title/ })
  }
  await user.type(await open(), 'Write do')
  await user.keyboard('{Escape}')
  const title = await open()
  expect(title).toHaveValue('Write do')
  await user.click(screen.getByRole('button', { name: 'Start empty' }))
  expect(title).toHaveValue('')
  await user.type(title, 'Other')
  await user.click(screen.getByRole('button', { name: 'Cancel' }))
  expect(await open()).toHaveValue('')
})

test('a card that was begun is back when its column is asked for a new one', async () => {
  const { user } = openPage('/projects/5', { session: lead })
  const open = async () => {
    await user.click(await screen.findByRole('button', { name: 'New task in Review' }))
    return screen.findByRole('textbox', { name: 'Title of the new task in Review' })
  }
  await user.type(await open(), 'Write do')
  await user.click(screen.getByRole('button', { name: 'Close' }))
  expect(await open()).toHaveValue('Write do')
})

test('signing out forgets what was begun, and nobody else is offered it', async () => {
  answer('post', '/auth/logout', { message: 'Logout successful' })
  const page = openPage('/tasks/1', { session: lead })
  await page.user.type(await commentField(), 'For my eyes')
  expect(sessionStorage.getItem('devsync.drafts')).toContain('For my eyes')
  page.unmount()
  const other = openPage('/tasks/1', { session: aSession('team_lead', { id: 2, name: 'Ben' }) })
  expect(await commentField()).toHaveValue('')
  await other.user.click(screen.getByRole('button', { name: /Your menu/ }))
  await other.user.click(await screen.findByRole('menuitem', { name: 'Sign out' }))
  await screen.findByRole('heading', { name: 'Sign in' })
  expect(sessionStorage.getItem('devsync.drafts')).toBe('{}')
})
