import { screen, waitFor, within } from '@testing-library/react'
import axe from 'axe-core'
import { beforeEach, expect, test } from 'vitest'
import { anEmptyTeam } from '@/test/empty-team'
import { aNotification, aSession, aTask } from '@/test/fixtures'
import { accessibilityProblems, openPage } from '@/test/render'
import { answer } from '@/test/server'

const developer = aSession('developer')
const admin = aSession('admin')

beforeEach(() => {
  anEmptyTeam()
  answer('get', '/notifications', { notifications: [aNotification()], unread_count: 1 })
})

test('people see the pages of their role and no others', async () => {
  openPage('/projects', { session: developer })
  const navigation = await screen.findByRole('navigation', { name: 'Main' })
  const labels = within(navigation)
    .getAllByRole('link')
    .map((link) => link.textContent)
  expect(labels).toEqual(['My work', 'Projects', 'Tasks', 'Notifications', 'GitHub'])
})

test('the shell passes axe and marks the current page', async () => {
  openPage('/admin/users', { session: admin })
  const navigation = await screen.findByRole('navigation', { name: 'Main' })
  expect(within(navigation).getByRole('link', { name: 'Users' })).toHaveAttribute('aria-current', 'page')
  expect(await accessibilityProblems()).toEqual([])
})

test('a page that the role does not include says so', async () => {
  openPage('/admin/users', { session: developer })
  expect(
    await screen.findByRole('heading', { name: 'You do not have access to this page' }),
  ).toBeInTheDocument()
})

test.each(['/nowhere', '/tasks/abc', '/projects/0'])('%s is a page that does not exist', async (path) => {
  openPage(path, { session: developer })
  expect(await screen.findByRole('heading', { name: 'This page does not exist' })).toBeInTheDocument()
})

test('going to another page moves focus to its heading', async () => {
  const { user } = openPage('/projects', { session: developer })
  await user.click(await screen.findByRole('link', { name: 'Tasks' }))
  await waitFor(() => expect(screen.getByRole('heading', { level: 1, name: 'Tasks' })).toHaveFocus())
  expect(document.title).toBe('Tasks · DevSync')
})

test('the first tab stop skips to the content', async () => {
  const { user } = openPage('/projects', { session: developer })
  await screen.findByRole('heading', { level: 1 })
  await user.tab()
  expect(screen.getByRole('link', { name: 'Skip to content' })).toHaveFocus()
  await user.keyboard('{Enter}')
  expect(screen.getByRole('main')).toHaveFocus()
})

test('two keys lead to another page, unless single keys are switched off', async () => {
  const { user, router } = openPage('/projects', { session: developer })
  await screen.findByRole('heading', { level: 1, name: 'Projects' })
  await user.keyboard('gt')
  await screen.findByRole('heading', { level: 1, name: 'Tasks' })
  await user.keyboard('?')
  await user.click(await screen.findByRole('switch', { name: 'Single-key shortcuts' }))
  await user.keyboard('{Escape}gp')
  expect(router.state.location.pathname).toBe('/tasks')
})

test('the palette finds tasks on the server and opens the chosen one', async () => {
  answer('get', '/search', { tasks: [aTask({ id: 42 })], projects: [], people: [] })
  answer('get', '/tasks/42', { task: { ...aTask({ id: 42 }), github_links: [] } })
  answer('get', '/tasks/42/comments', { comments: [] })
  answer('get', '/github/status', { connected: false, username: null })
  const { user, router } = openPage('/projects', { session: developer })
  await screen.findByRole('heading', { level: 1, name: 'Projects' })
  await user.keyboard('{Control>}k{/Control}')
  await user.type(await screen.findByRole('combobox', { name: 'Search or jump to' }), 'login')
  await user.click(await screen.findByRole('option', { name: /Fix the login/ }))
  await waitFor(() => expect(router.state.location.pathname).toBe('/tasks/42'))
})

test('the palette opens pages and runs actions', async () => {
  answer('get', '/search', { tasks: [], projects: [], people: [] })
  const { user } = openPage('/projects', { session: developer })
  await user.click(await screen.findByRole('button', { name: /Search or jump to/ }))
  await user.type(await screen.findByRole('combobox', { name: 'Search or jump to' }), 'dark{Enter}')
  expect(document.documentElement).toHaveAttribute('data-theme', 'dark')
})

test('the bell shows what is unread and marks it as read', async () => {
  answer('put', '/notifications/read-all', { message: 'All notifications marked as read' })
  const { user } = openPage('/projects', { session: developer })
  await user.click(await screen.findByRole('button', { name: 'Notifications, 1 unread' }))
  expect(await screen.findByRole('link', { name: 'New Task Assigned' })).toBeInTheDocument()
  answer('get', '/notifications', { notifications: [aNotification({ is_read: true })], unread_count: 0 })
  await user.click(screen.getByRole('button', { name: 'Mark all as read' }))
  expect(await screen.findByRole('button', { name: 'Notifications' })).toBeInTheDocument()
})

test('more than can be shown on the bell is said as it is shown', async () => {
  answer('get', '/notifications', { notifications: [], unread_count: 250 })
  openPage('/projects', { session: developer })
  const bell = await screen.findByRole('button', { name: 'Notifications, 99+ unread' })
  expect(bell).toHaveTextContent('99+')
  const { violations } = await axe.run(bell, { runOnly: ['label-content-name-mismatch'] })
  expect(violations).toEqual([])
})

test('a refused change of a notification goes back and says why', async () => {
  answer('put', '/notifications/1/read', { message: 'Notification not found' }, 404)
  const { user } = openPage('/projects', { session: developer })
  await user.click(await screen.findByRole('button', { name: 'Notifications, 1 unread' }))
  await user.click(await screen.findByRole('button', { name: 'Mark as read' }))
  expect(await screen.findByText('Notification not found')).toBeInTheDocument()
  expect(await screen.findByRole('button', { name: 'Mark as read' })).toBeInTheDocument()
})

test('the menu of the person chooses a theme and shows the shortcuts', async () => {
  const { user } = openPage('/projects', { session: developer })
  await user.click(await screen.findByRole('button', { name: 'Your menu, Ada Moreau' }))
  await user.click(await screen.findByRole('menuitemradio', { name: 'Dark' }))
  expect(document.documentElement).toHaveAttribute('data-theme', 'dark')
  await user.click(screen.getByRole('button', { name: 'Your menu, Ada Moreau' }))
  expect(await screen.findByRole('menuitemradio', { name: 'Dark' })).toBeChecked()
  await user.click(screen.getByRole('menuitemradio', { name: 'As the system' }))
  expect(document.documentElement).not.toHaveAttribute('data-theme')
  await user.click(screen.getByRole('button', { name: 'Your menu, Ada Moreau' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Keyboard shortcuts' }))
  expect(await screen.findByRole('dialog', { name: 'Keyboard shortcuts' })).toBeInTheDocument()
  expect(await accessibilityProblems()).toEqual([])
})

test('on a phone the pages are behind a button, and choosing one closes them', async () => {
  const { user, router } = openPage('/projects', { session: developer })
  await user.click(await screen.findByRole('button', { name: 'Menu' }))
  const menu = await screen.findByRole('dialog', { name: 'DevSync' })
  await user.click(within(menu).getByRole('link', { name: 'Tasks' }))
  await waitFor(() => expect(router.state.location.pathname).toBe('/tasks'))
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
})

test('the palette leads to projects and to the tasks of people', async () => {
  answer('get', '/search', {
    tasks: [],
    projects: [{ id: 5, name: 'Portal', status: 'active' }],
    people: [{ id: 2, name: 'Ben Schulz' }],
  })
  const { user, router } = openPage('/notifications', { session: developer })
  await screen.findByRole('heading', { level: 1, name: 'Notifications' })
  await user.keyboard('/')
  await user.type(await screen.findByRole('combobox', { name: 'Search or jump to' }), 'be')
  expect(await screen.findByRole('option', { name: 'Portal' })).toBeInTheDocument()
  await user.click(screen.getByRole('option', { name: /Ben Schulz/ }))
  await waitFor(() => expect(router.state.location.href).toBe('/tasks?assignee=%5B2%5D'))
})

test('a search that finds nothing says so', async () => {
  answer('get', '/search', { tasks: [], projects: [], people: [] })
  const { user } = openPage('/projects', { session: developer })
  await screen.findByRole('heading', { level: 1, name: 'Projects' })
  await user.keyboard('/')
  await user.type(await screen.findByRole('combobox', { name: 'Search or jump to' }), 'xyzzy')
  expect(await screen.findByText('Nothing found.')).toBeInTheDocument()
})

test('a search that fails is told from one that finds nothing, and can be repeated by its key', async () => {
  answer('get', '/search', { message: 'The server is busy' }, 500)
  const { user } = openPage('/projects', { session: developer })
  await screen.findByRole('heading', { level: 1, name: 'Projects' })
  await user.keyboard('/')
  await user.type(await screen.findByRole('combobox', { name: 'Search or jump to' }), 'xyzzy')
  expect(await screen.findByText('The search failed: The server is busy')).toBeInTheDocument()
  expect(screen.queryByText('Nothing found.')).not.toBeInTheDocument()
  answer('get', '/search', { tasks: [aTask({ id: 42, title: 'Xyzzy' })], projects: [], people: [] })
  await user.keyboard('{Enter}')
  expect(await screen.findByRole('option', { name: /Xyzzy/ })).toBeInTheDocument()
  expect(screen.queryByText(/The search failed/)).not.toBeInTheDocument()
})

test('signing out that fails says that one is still signed in', async () => {
  answer('post', '/auth/logout', { message: 'Try later' }, 500)
  const { user, router } = openPage('/projects', { session: developer })
  await user.click(await screen.findByRole('button', { name: /Your menu/ }))
  await user.click(await screen.findByRole('menuitem', { name: 'Sign out' }))
  expect(await screen.findByText('You are still signed in')).toBeInTheDocument()
  expect(router.state.location.pathname).toBe('/projects')
})
