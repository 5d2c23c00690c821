import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import { aComment, aSession, aTask } from '@/test/fixtures'
import { givenOneTask } from '@/test/one-task'
import { openPage } from '@/test/render'
import { answer, server } from '@/test/server'

const lead = aSession('team_lead')

givenOneTask()

test('a mention is completed by keyboard and sent with the comment', async () => {
  let sent: unknown
  server.use(
    http.post('*/api/v1/tasks/1/comments', async ({ request }) => {
      sent = await request.json()
      return HttpResponse.json({ comment: aComment({ id: 8, content: '@Ben.Schulz look' }) }, { status: 201 })
    }),
  )
  const { user } = openPage('/tasks/1', { session: lead })
  const field = await screen.findByRole('textbox', { name: 'Write a comment' })
  await user.type(field, '@')
  expect(await screen.findByRole('option', { name: /Ada Moreau/, selected: true })).toBeInTheDocument()
  await user.keyboard('{ArrowDown}{Enter}')
  expect(field).toHaveValue('@Ben.Schulz ')
  await user.type(field, 'look')
  await user.keyboard('{Control>}{Enter}{/Control}')
  await waitFor(() =>
    expect(screen.getAllByRole('article', { name: 'Comment by Ben' }).at(-1)).toHaveTextContent(
      '@Ben.Schulz look',
    ),
  )
  expect(sent).toEqual({ content: '@Ben.Schulz look', mentioned_user_ids: [2] })
  expect(field).toHaveValue('')
})

test('what is typed right after a mention stands behind it', async () => {
  const { user } = openPage('/tasks/1', { session: lead })
  const field = await screen.findByRole('textbox', { name: 'Write a comment' })
  await user.type(field, '@')
  await screen.findByRole('option', { name: /Ada Moreau/, selected: true })
  await user.keyboard('{ArrowDown}{Enter}look at the lens, please')
  expect(field).toHaveValue('@Ben.Schulz look at the lens, please')
})

test('a refused comment gives the text back', async () => {
  answer('post', '/tasks/1/comments', { message: 'Comment content cannot be empty' }, 400)
  const { user } = openPage('/tasks/1', { session: lead })
  const field = await screen.findByRole('textbox', { name: 'Write a comment' })
  await user.type(field, 'Hello')
  await user.click(screen.getByRole('button', { name: 'Comment' }))
  expect(await screen.findByText('Comment content cannot be empty')).toBeInTheDocument()
  expect(field).toHaveValue('Hello')
})

test('a reply goes below the comment it answers', async () => {
  let sent: unknown
  server.use(
    http.post('*/api/v1/tasks/1/comments', async ({ request }) => {
      sent = await request.json()
      return HttpResponse.json(
        { comment: aComment({ id: 8, parent_id: 1, content: 'Soon' }) },
        { status: 201 },
      )
    }),
  )
  const { user } = openPage('/tasks/1', { session: lead })
  await user.click(await screen.findByRole('button', { name: 'Reply to Ben' }))
  await user.keyboard('Soon{Control>}{Enter}{/Control}')
  const replies = await screen.findByRole('list', { name: 'Replies to Ben' })
  expect(await within(replies).findByText('Soon')).toBeInTheDocument()
  expect(sent).toMatchObject({ parent_id: 1 })
})

test('one’s own comment is edited and deleted', async () => {
  answer('put', '/comments/2', {
    comment: aComment({ id: 2, parent_id: 1, user_id: 1, content: 'Yes!', version: 2 }),
  })
  answer('delete', '/comments/2', { message: 'Comment deleted successfully' })
  const { user } = openPage('/tasks/1', { session: lead })
  await user.click(await screen.findByRole('button', { name: 'Edit comment' }))
  await user.type(screen.getByRole('textbox', { name: 'Edit the comment' }), '!')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(await screen.findByText('Yes!')).toBeInTheDocument()
  expect(screen.getByRole('button', { name: 'Edit comment' })).toHaveFocus()
  await user.click(screen.getByRole('button', { name: 'Delete comment' }))
  const dialog = await screen.findByRole('alertdialog')
  await user.click(within(dialog).getByRole('button', { name: 'Delete comment' }))
  await waitFor(() => expect(screen.queryByText('Yes!')).not.toBeInTheDocument())
  await waitFor(() => expect(screen.getByRole('textbox', { name: 'Write a comment' })).toHaveFocus())
})

test.each(['{Escape}', 'Soon{Control>}{Enter}{/Control}'])(
  'after a reply is given up or sent (%s), focus is where it began',
  async (keys) => {
    answer('post', '/tasks/1/comments', { comment: aComment({ id: 8, parent_id: 1, content: 'Soon' }) }, 201)
    const { user } = openPage('/tasks/1', { session: lead })
    const reply = await screen.findByRole('button', { name: 'Reply to Ben' })
    await user.click(reply)
    expect(screen.getByRole('textbox', { name: 'Write a reply' })).toHaveFocus()
    await user.keyboard(keys)
    await waitFor(() => expect(reply).toHaveFocus())
  },
)

test('who is mentioned stands out in comments and in the description', async () => {
  answer('get', '/tasks/1', {
    task: { ...aTask({ description: 'For @ben and `@ben`' }), github_links: [] },
  })
  answer('get', '/tasks/1/comments', { comments: [aComment({ content: 'See @Ada.Moreau, @nobody' })] })
  openPage('/tasks/1', { session: lead })
  expect(await screen.findByText('@Ada.Moreau')).toHaveClass('mark')
  expect(screen.getByText('@ben', { selector: 'span' })).toHaveClass('mark')
  expect(screen.getByText('@ben', { selector: 'code' }).closest('.mark')).toBeNull()
})

test('the history tells who changed what', async () => {
  openPage('/tasks/1?tab=history', { session: lead })
  expect(await screen.findByText(/changed the task/)).toHaveTextContent('Ben Schulz changed the task')
  expect(screen.getByText('Review')).toBeInTheDocument()
})
