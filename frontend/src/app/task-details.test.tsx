import { fireEvent, screen, waitFor } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { expect, test, vi } from 'vitest'
import { aComment, aProject, aSession, aTask } from '@/test/fixtures'
import { accept, givenOneTask, onPut } from '@/test/one-task'
import { openPage } from '@/test/render'
import { answer, server } from '@/test/server'

const lead = aSession('team_lead')

givenOneTask()

test('each choice is saved at once, with the version the one before it made', async () => {
  answer('get', '/projects', { projects: [aProject(), aProject({ id: 6, name: 'Mobile app' })] })
  const bodies = onPut(accept)
  const { user } = openPage('/tasks/1', { session: lead })
  await user.click(await screen.findByRole('combobox', { name: 'Priority' }))
  await user.click(await screen.findByRole('option', { name: 'Urgent' }))
  await user.click(screen.getByRole('combobox', { name: 'Assignee' }))
  await user.click(await screen.findByRole('option', { name: /Ben Schulz/ }))
  fireEvent.change(screen.getByLabelText('Deadline'), { target: { value: '2026-06-01' } })
  await user.click(screen.getByRole('combobox', { name: 'Project' }))
  await user.click(await screen.findByRole('option', { name: 'Mobile app' }))
  await waitFor(() =>
    expect(bodies).toEqual([
      { priority: 'urgent', version: 1 },
      { assigned_to: 2, version: 2 },
      { deadline: '2026-06-01T23:59:59.000Z', version: 3 },
      { project_id: 6, version: 4 },
    ]),
  )
})

test('a refused choice goes back and says why', async () => {
  answer('put', '/tasks/1', { message: 'You can only update tasks assigned to you' }, 403)
  const { user } = openPage('/tasks/1', { session: lead })
  const priority = await screen.findByRole('combobox', { name: 'Priority' })
  await user.click(priority)
  await user.click(await screen.findByRole('option', { name: 'Urgent' }))
  expect(await screen.findByText('The task was not changed')).toBeInTheDocument()
  expect(screen.getByText('You can only update tasks assigned to you')).toBeInTheDocument()
  expect(priority).toHaveTextContent('Medium')
})

test('progress is changed with the keys of the slider, and a task below 100 % is not asked about', async () => {
  const bodies = onPut(accept)
  openPage('/tasks/1', { session: lead })
  const slider = await screen.findByRole('slider', { name: 'Progress' })
  fireEvent.change(slider, { target: { value: '40' } })
  expect(slider).toHaveAttribute('aria-valuetext', '40 %')
  expect(bodies).toEqual([])
  fireEvent.keyUp(slider, { key: 'ArrowRight' })
  await waitFor(() => expect(bodies).toHaveLength(1))
  expect(bodies[0]).toMatchObject({ progress: 40 })
  expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument()
})

/** Answers an edited comment of version 1 with what somebody else made of it. */
function aCommentChangedMeanwhile() {
  const versions: unknown[] = []
  server.use(
    http.put('*/api/v1/comments/2', async ({ request }) => {
      const { version, content } = (await request.json()) as { version: number; content: string }
      versions.push(version)
      const comment = aComment({ id: 2, user_id: 1, author_name: 'Ada Moreau', parent_id: 1 })
      return version === 1
        ? HttpResponse.json(
            { message: 'Changed', comment: { ...comment, content: 'Theirs', version: 4 } },
            { status: 409 },
          )
        : HttpResponse.json({ comment: { ...comment, content, version: 5 } })
    }),
  )
  return versions
}

test('whoever saves a comment second sees both versions and keeps their own', async () => {
  const versions = aCommentChangedMeanwhile()
  const { user } = openPage('/tasks/1', { session: lead })
  await user.click(await screen.findByRole('button', { name: 'Edit comment' }))
  await user.type(screen.getByRole('textbox', { name: 'Edit the comment' }), ' indeed')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(await screen.findByRole('row', { name: 'Comment Yes indeed Theirs' })).toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: 'Save mine' }))
  // Behind the dialog the article is not there for anybody, and in the dialog the words stand already.
  await waitFor(() =>
    expect(screen.getByRole('article', { name: 'Comment by Ada Moreau' })).toHaveTextContent('Yes indeed'),
  )
  expect(versions).toEqual([1, 4])
})

test('a comment that was too long says by how much and is not sent', async () => {
  const { user } = openPage('/tasks/1', { session: lead })
  const field = await screen.findByRole('textbox', { name: 'Write a comment' })
  fireEvent.change(field, { target: { value: 'x'.repeat(1001) } })
  expect(await screen.findByText('1001 of 1000 characters')).toBeInTheDocument()
  await user.type(field, '{Control>}{Enter}{/Control}')
  expect(screen.getByRole('button', { name: 'Comment' })).toBeDisabled()
})

test('a comment whose deletion is refused comes back with the reason', async () => {
  answer('delete', '/comments/2', { message: 'Not yours' }, 403)
  const { user } = openPage('/tasks/1', { session: lead })
  await user.click(await screen.findByRole('button', { name: 'Delete comment' }))
  await user.click((await screen.findAllByRole('button', { name: 'Delete comment' })).at(-1)!)
  expect(await screen.findByText('The comment is still there')).toBeInTheDocument()
  expect(await screen.findByText('Yes')).toBeInTheDocument()
})

test('a task without text, links or comments says what could be there', async () => {
  answer('get', '/tasks/1', {
    task: { ...aTask({ project_id: null, project_name: null, creator_name: null }), github_links: [] },
  })
  answer('get', '/tasks/1/comments', { comments: [] })
  const { user } = openPage('/tasks/1', { session: lead })
  expect(await screen.findByText(/^No description yet/)).toBeInTheDocument()
  expect(await screen.findByText('Nothing is linked yet.')).toBeInTheDocument()
  expect(await screen.findByText(/No comments yet/)).toBeInTheDocument()
  const place = screen.getByRole('navigation', { name: 'Where this task belongs' })
  expect(place).toHaveTextContent('Tasks/#1')
  await user.click(screen.getByRole('button', { name: 'Edit description' }))
  await user.keyboard('{Escape}')
  expect(screen.queryByRole('textbox', { name: 'Description' })).not.toBeInTheDocument()
})

test('a pull request is linked, and the kind can be changed on the way', async () => {
  let sent: unknown
  answer('get', '/github/repositories', { repositories: [{ id: 4, full_name: 'acme/portal' }] })
  answer('get', '/github/repositories/4/issues', { issues: [] })
  answer('get', '/github/repositories/4/pulls', { pull_requests: [{ number: 12, title: 'Sign in again' }] })
  server.use(
    http.post('*/api/v1/tasks/1/github', async ({ request }) => {
      sent = await request.json()
      return HttpResponse.json({ message: 'Already linked' }, { status: 409 })
    }),
  )
  const { user } = openPage('/tasks/1', { session: lead })
  await user.click(await screen.findByRole('button', { name: 'Link' }))
  await user.click(await screen.findByRole('combobox', { name: /Repository/ }))
  await user.click(await screen.findByRole('option', { name: /acme\/portal/ }))
  await user.click(screen.getByRole('radio', { name: 'Pull request' }))
  await user.click(await screen.findByRole('combobox', { name: /Open pull request/ }))
  await user.click(await screen.findByRole('option', { name: /#12 Sign in again/ }))
  await user.click(screen.getByRole('button', { name: 'Link' }))
  expect(await screen.findByText('Already linked')).toBeInTheDocument()
  expect(sent).toEqual({ repo_id: 4, pull_request_number: 12, pull_request_title: 'Sign in again' })
})

test('a name that could not be copied is shown to be copied by hand', async () => {
  answer('get', '/tasks/1/github/branch-name', { branch_name: 'DS-1-fix-the-login' })
  const { user } = openPage('/tasks/1', { session: lead })
  const button = await screen.findByRole('button', { name: 'Copy branch name' })
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('denied'))
  await user.click(button)
  expect(await screen.findByText('The name was not copied')).toBeInTheDocument()
  expect(screen.getByText('DS-1-fix-the-login')).toBeInTheDocument()
})
