import { screen, waitFor } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import type { TaskDetail } from '@/api/types'
import { aSession, aTask } from '@/test/fixtures'
import { anIssue, aRepository } from '@/test/github-fixtures'
import { renderComponent } from '@/test/render'
import { answer, server } from '@/test/server'
import { TaskGithub } from './components/task-github'

const session = aSession('team_lead')
const at = '2026-05-07T12:00:00.000Z'

beforeEach(() => answer('get', '/github/repositories', { repositories: [aRepository(1), aRepository(2)] }))

const task: TaskDetail = {
  ...aTask({ id: 7, description: 'Cookies are lost' }),
  github_links: [
    {
      id: 1,
      task_id: 7,
      repo_id: 1,
      repo_name: 'acme/repo-1',
      repo_url: 'https://github.com/acme/repo-1',
      issue_number: 4,
      pull_request_number: null,
      created_at: at,
      issue_title: 'Broken',
      pull_request_title: null,
      issue_state: 'closed',
    },
  ],
}

test('a task shows its issue and can be unlinked from it', async () => {
  let removed = 0
  server.use(
    http.delete('*/api/v1/tasks/7/github/1', () => HttpResponse.json({ message: String(++removed) })),
  )
  const { user } = renderComponent(<TaskGithub task={task} />, { session })
  expect(screen.getByRole('link', { name: /Broken/ })).toHaveAttribute(
    'href',
    'https://github.com/acme/repo-1/issues/4',
  )
  await user.click(screen.getByRole('button', { name: 'Unlink Broken' }))
  await waitFor(() => expect(removed).toBe(1))
})

test('an issue is created from a task', async () => {
  let sent: unknown
  server.use(
    http.post('*/api/v1/tasks/7/github/create-issue', async ({ request }) => {
      sent = await request.json()
      return HttpResponse.json({ issue: { number: 12, html_url: 'x' } }, { status: 201 })
    }),
  )
  const { user } = renderComponent(<TaskGithub task={task} />, { session })
  await user.click(screen.getByRole('button', { name: 'New issue' }))
  await user.click(await screen.findByRole('button', { name: 'Create issue' }))
  expect(await screen.findByText('Choose a repository.')).toBeInTheDocument()
  await user.click(screen.getByRole('combobox', { name: /Repository/ }))
  await user.click(await screen.findByRole('option', { name: /acme\/repo-2/ }))
  await user.type(screen.getByRole('textbox', { name: /Labels/ }), 'bug, ui')
  await user.click(screen.getByRole('button', { name: 'Create issue' }))
  await waitFor(() =>
    expect(sent).toEqual({
      repo_id: 2,
      title: 'Fix the login',
      body: 'Cookies are lost',
      labels: ['bug', 'ui'],
    }),
  )
})

test('an open pull request is linked from the task', async () => {
  answer('get', '/github/repositories/1/issues', { issues: [] })
  answer('get', '/github/repositories/1/pulls', {
    pull_requests: [anIssue(8, { merged: false, draft: false })],
  })
  let sent: unknown
  server.use(
    http.post('*/api/v1/tasks/7/github', async ({ request }) => {
      sent = await request.json()
      return HttpResponse.json({ link: {} })
    }),
  )
  const { user } = renderComponent(<TaskGithub task={{ ...task, github_links: [] }} />, { session })
  await user.click(screen.getByRole('button', { name: 'Link' }))
  await user.click(await screen.findByRole('combobox', { name: 'Repository' }))
  await user.click(await screen.findByRole('option', { name: /acme\/repo-1/ }))
  expect(await screen.findByText('Nothing open in this repository.')).toBeInTheDocument()
  await user.click(screen.getByRole('radio', { name: 'Pull requests' }))
  await user.click(await screen.findByRole('button', { name: /#8/ }))
  await waitFor(() =>
    expect(sent).toEqual({ repo_id: 1, pull_request_number: 8, pull_request_title: 'Issue 8' }),
  )
})
