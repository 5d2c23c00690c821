import { screen, waitFor } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import { aSession } from '@/test/fixtures'
import { githubLink, givenOneTask } from '@/test/one-task'
import { openPage } from '@/test/render'
import { answer, server } from '@/test/server'

const lead = aSession('team_lead')

givenOneTask()

test('an issue is linked by choosing it', async () => {
  let sent: unknown
  answer('get', '/github/repositories', { repositories: [{ id: 4, full_name: 'acme/portal' }] })
  answer('get', '/github/repositories/4/issues', { issues: [{ number: 7, title: 'Crash' }] })
  server.use(
    http.post('*/api/v1/tasks/1/github', async ({ request }) => {
      sent = await request.json()
      return HttpResponse.json({ message: 'ok', link: githubLink })
    }),
  )
  const { user } = openPage('/tasks/1', { session: lead })
  await user.click(await screen.findByRole('button', { name: 'Link' }))
  await user.click(await screen.findByRole('combobox', { name: /Repository/ }))
  await user.click(await screen.findByRole('option', { name: /acme\/portal/ }))
  await user.click(await screen.findByRole('combobox', { name: /Open issue/ }))
  await user.click(await screen.findByRole('option', { name: /#7 Crash/ }))
  await user.click(screen.getByRole('button', { name: 'Link' }))
  await waitFor(() => expect(sent).toEqual({ repo_id: 4, issue_number: 7, issue_title: 'Crash' }))
})

test('an issue is created from the task', async () => {
  answer('get', '/github/repositories', { repositories: [{ id: 4, full_name: 'acme/portal' }] })
  let sent: unknown
  server.use(
    http.post('*/api/v1/tasks/1/github/create-issue', async ({ request }) => {
      sent = await request.json()
      return HttpResponse.json({ issue: { number: 8 }, link: githubLink }, { status: 201 })
    }),
  )
  const { user } = openPage('/tasks/1', { session: lead })
  await user.click(await screen.findByRole('button', { name: 'Create issue' }))
  await user.click(await screen.findByRole('combobox', { name: /Repository/ }))
  await user.click(await screen.findByRole('option', { name: /acme\/portal/ }))
  await user.type(screen.getByRole('textbox', { name: 'Text' }), '!')
  await user.type(screen.getByRole('textbox', { name: 'Labels' }), ' bug, help wanted,, bug')
  await user.type(screen.getByRole('textbox', { name: 'Assignees' }), '@octocat, hubot')
  await user.click(screen.getByRole('button', { name: 'Create issue' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
  expect(sent).toEqual({
    repo_id: 4,
    title: 'Fix the login',
    body: `Old text\n\nDevSync task: ${window.location.origin}/tasks/1!`,
    labels: ['bug', 'help wanted'],
    assignees: ['octocat', 'hubot'],
  })
})

test('a link whose removal is refused comes back', async () => {
  answer('delete', '/tasks/1/github/3', { message: 'Not yours' }, 403)
  const { user } = openPage('/tasks/1', { session: lead })
  await user.click(await screen.findByRole('button', { name: 'Remove the link with acme/portal' }))
  expect(await screen.findByRole('link', { name: '#12 Login broken' })).toBeInTheDocument()
})

test('without a GitHub account the task page leads to connecting one', async () => {
  answer('get', '/github/status', { connected: false, username: '' })
  openPage('/tasks/1', { session: lead })
  expect(await screen.findByRole('link', { name: 'Connect your GitHub account' })).toBeInTheDocument()
})

test('the name of a branch that begins with the key of the task is copied', async () => {
  answer('get', '/tasks/1/github/branch-name', { branch_name: 'DS-1-fix-the-login' })
  const { user } = openPage('/tasks/1', { session: aSession('team_lead') })
  await user.click(await screen.findByRole('button', { name: 'Copy branch name' }))
  expect(await screen.findByText('DS-1-fix-the-login is copied')).toBeInTheDocument()
  expect(await navigator.clipboard.readText()).toBe('DS-1-fix-the-login')
})
