import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import { aProject, aSession, aTask } from '@/test/fixtures'
import { givenOneProject } from '@/test/one-project'
import { githubLink, givenOneTask } from '@/test/one-task'
import { openPage } from '@/test/render'
import { answer, server } from '@/test/server'

const lead = aSession('team_lead')

givenOneTask()
givenOneProject()
beforeEach(() => {
  answer('get', '/github/repositories', { repositories: [{ id: 4, full_name: 'acme/portal' }] })
})

type User = ReturnType<typeof openPage>['user']

const field = (name: RegExp | string) => within(screen.getByRole('dialog')).getByRole('textbox', { name })
const kept = () => sessionStorage.getItem('devsync.drafts') ?? '{}'

async function openNewProject(user: User) {
  await user.click(await screen.findByRole('button', { name: 'New project' }))
  await screen.findByRole('textbox', { name: /Name/ })
}

async function openEdit(user: User) {
  await user.click(await screen.findByRole('button', { name: /^Actions for/ }))
  await user.click(await screen.findByRole('menuitem', { name: 'Edit and members' }))
  await screen.findByRole('textbox', { name: /Name/ })
}

async function openIssue(user: User) {
  await user.click(await screen.findByRole('button', { name: 'Create issue' }))
  await screen.findByRole('textbox', { name: 'Text' })
}

test('a new project that was being entered is back when its form opens again', async () => {
  const { user } = openPage('/projects', { session: lead })
  await openNewProject(user)
  await user.type(field(/Name/), 'Light')
  await user.click(screen.getByRole('combobox', { name: 'Members' }))
  await user.click(await screen.findByRole('option', { name: /Ben Schulz/ }))
  await user.keyboard('{Escape}{Escape}')
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
  await openNewProject(user)
  expect(field(/Name/)).toHaveValue('Light')
  expect(screen.getByRole('combobox', { name: 'Members' })).toHaveTextContent('Ben Schulz')
  await user.click(screen.getByRole('button', { name: 'Start empty' }))
  expect(field(/Name/)).toHaveValue('')
  expect(kept()).toBe('{}')
  await user.type(field(/Name/), 'Other')
  await user.click(screen.getByRole('button', { name: 'Cancel' }))
  expect(kept()).toBe('{}')
})

test('a new project that is created is no draft any more', async () => {
  answer('post', '/projects', { message: 'ok', project: aProject() }, 201)
  const { user, router } = openPage('/projects', { session: lead })
  await openNewProject(user)
  await user.type(field(/Name/), 'Portal')
  expect(kept()).toContain('Portal')
  await user.click(screen.getByRole('button', { name: 'Create project' }))
  await waitFor(() => expect(router.state.location.pathname).toBe('/projects/5'))
  expect(kept()).toBe('{}')
})

test('the changes of a project go on from the version they began with, so that nothing is overwritten', async () => {
  const versions: unknown[] = []
  server.use(
    http.put('*/api/v1/projects/5', async ({ request }) => {
      versions.push(((await request.json()) as { version: number }).version)
      return HttpResponse.json({ message: 'ok', project: aProject({ version: 8 }) })
    }),
  )
  answer('get', '/projects/5', { project: aProject({ version: 3 }) })
  const page = openPage('/projects/5', { session: lead })
  await openEdit(page.user)
  await page.user.type(field(/Name/), ' of mine')
  await page.user.keyboard('{Escape}')
  page.unmount()
  answer('get', '/projects/5', { project: aProject({ name: 'Theirs', version: 4 }) })
  const { user } = openPage('/projects/5', { session: lead })
  await openEdit(user)
  expect(field(/Name/)).toHaveValue('Portal of mine')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  await waitFor(() => expect(versions).toEqual([3]))
  await waitFor(() => expect(kept()).toBe('{}'))
})

test('whoever starts over with a project has it as it is now', async () => {
  const page = openPage('/projects/5', { session: lead })
  await openEdit(page.user)
  await page.user.type(field(/Name/), ' of mine')
  await page.user.keyboard('{Escape}')
  page.unmount()
  answer('get', '/projects/5', { project: aProject({ name: 'Theirs', version: 4 }) })
  const { user } = openPage('/projects/5', { session: lead })
  await openEdit(user)
  await user.click(screen.getByRole('button', { name: 'Start over' }))
  expect(field(/Name/)).toHaveValue('Theirs')
  await user.type(field(/Name/), '!{Backspace}')
  expect(kept()).toBe('{}')
})

test('what was changed of a project that is gone can be copied', async () => {
  const page = openPage('/projects/5', { session: lead })
  await openEdit(page.user)
  await page.user.type(field(/Description/), 'Keeps ships off the rocks.')
  page.unmount()
  answer('get', '/projects/5', { message: 'Project not found' }, 404)
  openPage('/projects/5', { session: lead })
  const text = await screen.findByRole('textbox', { name: 'Project' })
  expect((text as HTMLTextAreaElement).value).toContain('Keeps ships off the rocks.')
})

test('an issue that was begun is there again, and gone once it is created', async () => {
  answer('post', '/tasks/1/github/create-issue', { issue: { number: 8 }, link: githubLink }, 201)
  const { user } = openPage('/tasks/1', { session: lead })
  await openIssue(user)
  await user.click(screen.getByRole('combobox', { name: /Repository/ }))
  await user.click(await screen.findByRole('option', { name: /acme\/portal/ }))
  await user.type(field('Labels'), 'bug')
  await user.keyboard('{Escape}')
  await openIssue(user)
  expect(field('Labels')).toHaveValue('bug')
  expect(screen.getByRole('combobox', { name: /Repository/ })).toHaveTextContent('acme/portal')
  await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Create issue' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
  expect(kept()).toBe('{}')
})

test('an issue that was begun can be begun again from the task', async () => {
  const { user } = openPage('/tasks/1', { session: lead })
  await openIssue(user)
  await user.type(field(/Title/), ' for good')
  await user.keyboard('{Escape}')
  await openIssue(user)
  expect(field(/Title/)).toHaveValue(`${aTask().title} for good`)
  await user.click(screen.getByRole('button', { name: 'Start over' }))
  expect(field(/Title/)).toHaveValue(aTask().title)
  expect(kept()).toBe('{}')
})
