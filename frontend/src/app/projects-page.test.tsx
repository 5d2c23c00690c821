import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import { aProject, aSession } from '@/test/fixtures'
import { givenOneProject } from '@/test/one-project'
import { accessibilityProblems, openPage } from '@/test/render'
import { answer, server } from '@/test/server'

const lead = aSession('team_lead')
const developer = aSession('developer')

givenOneProject()

function projectNames() {
  const rows = within(screen.getByRole('table')).getAllByRole('row').slice(1)
  return rows.map((row) => within(row).getByRole('link').textContent)
}

test('projects are sorted and filtered by the address', async () => {
  const { user, router } = openPage('/projects', { session: lead })
  await screen.findByRole('table')
  expect(projectNames()).toEqual(['Mobile app', 'Portal'])
  await user.click(screen.getByRole('button', { name: 'Name' }))
  await waitFor(() => expect(projectNames()).toEqual(['Portal', 'Mobile app']))
  await user.type(screen.getByRole('textbox', { name: 'Search projects' }), 'mob')
  await waitFor(() => expect(projectNames()).toEqual(['Mobile app']))
  expect(router.state.location.search).toEqual({ q: 'mob', sort: '-name' })
  expect(await accessibilityProblems()).toEqual([])
})

test('without a match the filters can be cleared', async () => {
  const { user } = openPage('/projects?status=cancelled', { session: lead })
  await screen.findByText('No project matches')
  await user.click(screen.getByRole('button', { name: 'Clear filters' }))
  expect(await screen.findByRole('link', { name: 'Portal' })).toBeInTheDocument()
})

test('a developer without projects learns how to get one', async () => {
  answer('get', '/projects', { projects: [] })
  openPage('/projects', { session: developer })
  expect(await screen.findByText(/once a team lead adds you/)).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: 'New project' })).not.toBeInTheDocument()
})

test('projects that could not be loaded can be tried again', async () => {
  answer('get', '/projects', { message: 'Broken' }, 500)
  const { user } = openPage('/projects', { session: lead })
  await screen.findByText('The projects could not be loaded')
  answer('get', '/projects', { projects: [aProject()] })
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByRole('link', { name: 'Portal' })).toBeInTheDocument()
})

test('a lead creates a project with members and lands on it', async () => {
  let sent: unknown
  server.use(
    http.post('*/api/v1/projects', async ({ request }) => {
      sent = await request.json()
      return HttpResponse.json({ message: 'ok', project: aProject() }, { status: 201 })
    }),
  )
  const { user, router } = openPage('/projects', { session: lead })
  await user.click(await screen.findByRole('button', { name: 'New project' }))
  await user.type(await screen.findByRole('textbox', { name: /Name/ }), 'Po')
  await user.click(screen.getByRole('button', { name: 'Create project' }))
  expect(await screen.findByText('At least 3 characters.')).toBeInTheDocument()
  await user.type(screen.getByRole('textbox', { name: /Name/ }), 'rtal')
  await user.click(screen.getByRole('combobox', { name: 'Members' }))
  await user.click(await screen.findByRole('option', { name: /Ben Schulz/ }))
  await user.keyboard('{Escape}')
  await user.click(screen.getByRole('button', { name: 'Create project' }))
  await waitFor(() => expect(router.state.location.pathname).toBe('/projects/5'))
  expect(sent).toMatchObject({ name: 'Portal', team_members: [2], github_repo: null, status: 'active' })
})

test('whoever saves a project second sees both versions and chooses', async () => {
  const versions: unknown[] = []
  server.use(
    http.put('*/api/v1/projects/5', async ({ request }) => {
      const { version } = (await request.json()) as { version: number }
      versions.push(version)
      return version === 1
        ? HttpResponse.json(
            { message: 'Changed', project: aProject({ name: 'Gate', version: 2 }) },
            { status: 409 },
          )
        : HttpResponse.json({ message: 'ok', project: aProject({ name: 'Portal two', version: 3 }) })
    }),
  )
  const { user } = openPage('/projects', { session: lead })
  await user.click(await screen.findByRole('button', { name: 'Actions for Portal' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Edit and members' }))
  await user.type(await screen.findByRole('textbox', { name: /Name/ }), ' two')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  const dialog = await screen.findByRole('dialog', { name: /Somebody else saved/ })
  expect(within(dialog).getByRole('row', { name: 'Name Portal two Gate' })).toBeInTheDocument()
  await user.click(within(dialog).getByRole('button', { name: 'Save mine' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
  expect(versions).toEqual([1, 2])
})

test('whoever finds the other version better takes it', async () => {
  answer(
    'put',
    '/projects/5',
    { message: 'Changed', project: aProject({ status: 'on_hold', version: 2 }) },
    409,
  )
  const { user } = openPage('/projects/5', { session: lead })
  await user.click(await screen.findByRole('button', { name: 'Actions for Portal' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Edit and members' }))
  await user.click(await screen.findByRole('combobox', { name: 'Members' }))
  await user.click(await screen.findByRole('option', { name: /Ben Schulz/ }))
  await user.keyboard('{Escape}')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  const dialog = await screen.findByRole('dialog', { name: /Somebody else saved/ })
  expect(within(dialog).getByRole('row', { name: 'Status Active On hold' })).toBeInTheDocument()
  expect(
    within(dialog).getByRole('row', { name: 'Members Ada Moreau, Ben Schulz Ada Moreau' }),
  ).toBeInTheDocument()
  await user.click(within(dialog).getByRole('button', { name: 'Take theirs' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
})

test('a project is deleted after a question, and stays with the reason when that is refused', async () => {
  answer('delete', '/projects/5', { message: 'Insufficient permissions' }, 403)
  const { user } = openPage('/projects', { session: lead })
  await user.click(await screen.findByRole('button', { name: 'Actions for Portal' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Delete' }))
  const dialog = await screen.findByRole('alertdialog', { name: 'Delete Portal?' })
  expect(dialog).toHaveTextContent('Its 2 tasks stay')
  await user.click(within(dialog).getByRole('button', { name: 'Delete project' }))
  expect(await within(dialog).findByText('Insufficient permissions')).toBeInTheDocument()
  expect(screen.getByText('Portal', { selector: 'a' })).toBeInTheDocument()
})
