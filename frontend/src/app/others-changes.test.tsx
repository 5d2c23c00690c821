import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import { keys } from '@/api/keys'
import type { TaskItem } from '@/api/types'
import type { LiveEvent } from '@/realtime/events'
import { applyEvents } from '@/realtime/reducer'
import { aComment, aProject, aSession, aTask } from '@/test/fixtures'
import { givenOneTask } from '@/test/one-task'
import { openPage } from '@/test/render'
import { answer, server } from '@/test/server'

const lead = aSession('team_lead')

givenOneTask()
beforeEach(() => {
  answer('get', '/projects/5', { project: aProject() })
  answer('get', '/projects/5/tasks', { tasks: [aTask(), aTask({ id: 2, title: 'Export', status: 'done' })] })
})

type Page = ReturnType<typeof openPage>

/** What the live connection does with an event of somebody else. */
function hear({ client }: Page, event: LiveEvent) {
  act(() => void applyEvents(client, [event]))
}

function changedByBen(task: TaskItem): LiveEvent {
  const { id: task_id, updated_at: timestamp } = task
  return {
    name: 'task_updated',
    payload: { task_id, update_type: 'updated', updated_by: 2, timestamp, task },
  }
}

test('a description that somebody is writing survives what others save, and they are told', async () => {
  const page = openPage('/tasks/1', { session: lead })
  await page.user.click(await screen.findByRole('button', { name: 'Edit description' }))
  const field = screen.getByRole('textbox', { name: 'Description' })
  await page.user.type(field, ' and mine')
  hear(page, changedByBen(aTask({ description: 'Theirs', status: 'review', version: 2 })))
  expect(await screen.findByText(/Somebody else has changed this/)).toBeInTheDocument()
  expect(field).toHaveValue('Old text and mine')
  expect(field).toHaveFocus()
  expect(await screen.findByRole('combobox', { name: 'Status' })).toHaveTextContent('Review')
})

test('a slider that was moved back shows what others set', async () => {
  const page = openPage('/tasks/1', { session: lead })
  const slider = await screen.findByRole<HTMLInputElement>('slider', { name: 'Progress' })
  const before = slider.value
  fireEvent.change(slider, { target: { value: '40' } })
  fireEvent.change(slider, { target: { value: before } })
  fireEvent.pointerUp(slider)
  hear(page, changedByBen(aTask({ progress: 75, version: 2 })))
  await waitFor(() => expect(slider).toHaveValue('75'))
})

function deletedByBen(comment_id: number): LiveEvent {
  const timestamp = '2026-05-07T12:00:00Z'
  return { name: 'comment_deleted', payload: { task_id: 1, comment_id, author_id: 2, timestamp } }
}

/** Answers comments that are posted, and remembers them. */
function onPost() {
  const posted: unknown[] = []
  server.use(
    http.post('*/api/v1/tasks/1/comments', async ({ request }) => {
      const body = (await request.json()) as { content: string }
      posted.push(body)
      const comment = aComment({ id: 9, user_id: 1, author_name: 'Ada Moreau', content: body.content })
      return HttpResponse.json({ comment }, { status: 201 })
    }),
  )
  return posted
}

test('what somebody makes of a comment survives its deletion and that of the one above, and can be posted', async () => {
  const posted = onPost()
  const page = openPage('/tasks/1', { session: lead })
  await page.user.click(await screen.findByRole('button', { name: 'Edit comment' }))
  const field = screen.getByRole('textbox', { name: 'Edit the comment' })
  await page.user.type(field, ' indeed')
  hear(page, deletedByBen(1))
  hear(page, deletedByBen(2))
  expect(
    await screen.findByText('Somebody deleted this comment. Your text is still here.'),
  ).toBeInTheDocument()
  expect(field).toHaveValue('Yes indeed')
  expect(field).toHaveFocus()
  await page.user.click(screen.getByRole('button', { name: 'Post as a new comment' }))
  await waitFor(() => expect(posted).toEqual([{ content: 'Yes indeed', mentioned_user_ids: [] }]))
  expect(await screen.findByText('Yes indeed')).toBeInTheDocument()
  expect(screen.queryByText('(deleted)')).not.toBeInTheDocument()
})

test('what somebody writes at a nested answer survives the deletion of the one it answers', async () => {
  answer('get', '/tasks/1/comments', {
    comments: [
      aComment(),
      aComment({ id: 2, parent_id: 1, content: 'Which one?' }),
      aComment({ id: 3, parent_id: 2, user_id: 1, author_name: 'Ada Moreau', content: 'The first' }),
    ],
  })
  const page = openPage('/tasks/1', { session: lead })
  await page.user.click(await screen.findByRole('button', { name: 'Edit comment' }))
  const field = screen.getByRole('textbox', { name: 'Edit the comment' })
  await page.user.type(field, ' of them')
  hear(page, deletedByBen(2))
  await waitFor(() => expect(screen.queryByText('Which one?')).not.toBeInTheDocument())
  expect(field).toHaveValue('The first of them')
  expect(field).toHaveFocus()
})

test('an edit that comes too late keeps the text, though nobody said that the comment is gone', async () => {
  const page = openPage('/tasks/1', { session: lead })
  await page.user.click(await screen.findByRole('button', { name: 'Edit comment' }))
  answer('put', '/comments/2', { message: 'Comment not found' }, 404)
  answer('get', '/tasks/1/comments', { comments: [] })
  await page.user.type(screen.getByRole('textbox', { name: 'Edit the comment' }), '!')
  await page.user.click(screen.getByRole('button', { name: 'Save' }))
  expect(await screen.findByRole('button', { name: 'Post as a new comment' })).toBeEnabled()
  expect(screen.getByRole('textbox', { name: 'Edit the comment' })).toHaveValue('Yes!')
  await page.user.click(screen.getByRole('button', { name: 'Cancel' }))
  expect(await screen.findByText(/No comments yet/)).toBeInTheDocument()
})

test('a reply to a comment that is deleted becomes a comment of its own', async () => {
  const posted = onPost()
  const page = openPage('/tasks/1', { session: lead })
  await page.user.click(await screen.findByRole('button', { name: 'Reply to Ben' }))
  const field = screen.getByRole('textbox', { name: 'Write a reply' })
  await page.user.type(field, 'Not yet')
  hear(page, deletedByBen(1))
  expect(await screen.findByText(/What you answer was deleted/)).toBeInTheDocument()
  expect(field).toHaveFocus()
  await page.user.click(screen.getByRole('button', { name: 'Reply' }))
  await waitFor(() => expect(posted).toEqual([{ content: 'Not yet', mentioned_user_ids: [] }]))
})

test('a comment that somebody is writing survives the comments of others', async () => {
  const page = openPage('/tasks/1', { session: lead })
  const field = await screen.findByRole('textbox', { name: 'Write a comment' })
  await page.user.type(field, 'Half a sent')
  const comment = aComment({ id: 9, content: 'I was quicker' })
  hear(page, {
    name: 'new_comment',
    payload: { task_id: 1, comment_id: 9, author_id: 2, timestamp: comment.created_at, comment },
  })
  expect(await screen.findByText('I was quicker')).toBeInTheDocument()
  expect(field).toHaveValue('Half a sent')
  expect(field).toHaveFocus()
})

test('a card that others move leaves focus where it is', async () => {
  const page = openPage('/projects/5', { session: lead })
  const export_ = await screen.findByRole('link', { name: 'Export' })
  export_.focus()
  hear(page, changedByBen(aTask({ status: 'review', version: 2 })))
  const review = screen.getByRole('region', { name: /Review/ })
  expect(await within(review).findByRole('article', { name: 'Fix the login' })).toBeInTheDocument()
  expect(export_).toHaveFocus()
})

test.each([
  ['link', 'Fix the login'],
  ['button', 'Carry Fix the login'],
])('the %s of a card that others move keeps focus', async (role, name) => {
  const page = openPage('/projects/5', { session: lead })
  const part = await screen.findByRole(role, { name })
  part.focus()
  hear(page, changedByBen(aTask({ status: 'review', version: 2 })))
  const review = within(screen.getByRole('region', { name: /Review/ }))
  await waitFor(() => expect(review.getByRole(role, { name })).toHaveFocus())
})

test('when others take the card away that has focus, focus goes to the next, or to where one is added', async () => {
  answer('get', '/projects/5/tasks', { tasks: [aTask(), aTask({ id: 2, title: 'Export' })] })
  const page = openPage('/projects/5', { session: lead })
  const leave = (id: number) => changedByBen(aTask({ id, project_id: 6, version: 2 }))
  ;(await screen.findByRole('link', { name: 'Fix the login' })).focus()
  hear(page, leave(1))
  await waitFor(() => expect(screen.getByRole('link', { name: 'Export' })).toHaveFocus())
  hear(page, leave(2))
  await waitFor(() => expect(screen.getByRole('button', { name: 'New task in To do' })).toHaveFocus())
})

test('what others move does not take focus from nowhere', async () => {
  const page = openPage('/projects/5', { session: lead })
  const part = await screen.findByRole('link', { name: 'Fix the login' })
  part.focus()
  part.blur()
  hear(page, changedByBen(aTask({ status: 'review', version: 2 })))
  const review = within(screen.getByRole('region', { name: /Review/ }))
  await review.findByRole('article', { name: 'Fix the login' })
  await new Promise(requestAnimationFrame)
  expect(document.body).toHaveFocus()
})

test('a title for a new card survives what happens on the board', async () => {
  const page = openPage('/projects/5', { session: lead })
  await page.user.click(await screen.findByRole('button', { name: 'New task in Review' }))
  await page.user.keyboard('Write do')
  hear(page, changedByBen(aTask({ id: 3, title: 'Another', status: 'review' })))
  expect(await screen.findByRole('article', { name: 'Another' })).toBeInTheDocument()
  const field = screen.getByRole('textbox', { name: 'Title of the new task in Review' })
  expect(field).toHaveValue('Write do')
  expect(field).toHaveFocus()
})

test('who else looks at a task or a project is shown, oneself left out', async () => {
  const { client } = openPage('/tasks/1', { session: lead })
  await screen.findByRole('heading', { level: 1, name: /Fix the login/ })
  const viewers = ['Ada Moreau', 'Ben', 'Chiara', 'Deniz', 'Eva', 'Finn'].map((name, index) => ({
    id: index + 1,
    name,
    role: 'developer' as const,
    joined_at: '2026-05-07T12:00:00.000Z',
  }))
  act(() => void client.setQueryData(keys.presence('task', 1), viewers))
  const here = await screen.findByRole('button', { name: /^Here now: Ben, Chiara, Deniz, Eva, Finn/ })
  expect(here).toHaveTextContent('+1')
  act(() => void client.setQueryData(keys.presence('task', 1), viewers.slice(0, 1)))
  await waitFor(() => expect(screen.queryByRole('button', { name: /Here now/ })).not.toBeInTheDocument())
})
