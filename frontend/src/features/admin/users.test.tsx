import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { givenATeam, record } from '@/test/admin-fixtures'
import { aSession } from '@/test/fixtures'
import { accessibilityProblems, openPage } from '@/test/render'

const session = aSession('admin')

givenATeam()

test('the users are listed, and nobody can delete themselves', async () => {
  openPage('/admin/users', { session })
  expect(await screen.findByRole('button', { name: 'Delete Ben Schulz' })).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: 'Delete Ada Moreau' })).not.toBeInTheDocument()
  expect(await accessibilityProblems()).toEqual([])
})

test('a search that finds nobody can be cleared', async () => {
  const { user } = openPage('/admin/users?q=nobody', { session })
  await user.click(await screen.findByRole('button', { name: 'Clear the filters' }))
  expect(await screen.findByText('Ben Schulz')).toBeInTheDocument()
})

test('the list of users is narrowed to a role, in the address', async () => {
  const { router, user } = openPage('/admin/users', { session })
  await screen.findByText('Ben Schulz')
  await user.click(screen.getByRole('combobox', { name: 'Role' }))
  await user.click(await screen.findByRole('option', { name: 'Admin' }))
  await waitFor(() => expect(screen.queryByText('Ben Schulz')).not.toBeInTheDocument())
  expect(router.state.location.href).toBe('/admin/users?role=admin')
})

test('a user is added with a first password and a role', async () => {
  const bodies = record('post', '/admin/users', { message: 'ok' }, 201)
  const { user } = openPage('/admin/users', { session })
  await user.click(await screen.findByRole('button', { name: 'Add user' }))
  const dialog = await screen.findByRole('dialog')
  await user.type(within(dialog).getByRole('textbox', { name: /Name/ }), 'Chiara')
  await user.type(within(dialog).getByRole('textbox', { name: /Email/ }), 'chiara@example.com')
  await user.type(within(dialog).getByLabelText(/^First password/), 'password1')
  await user.click(within(dialog).getByRole('button', { name: 'Add user' }))
  expect(await screen.findByText('Chiara can sign in now')).toBeInTheDocument()
  expect(bodies).toEqual([
    { name: 'Chiara', email: 'chiara@example.com', password: 'password1', role: 'developer' },
  ])
})

test('a new user with a short password or an address that is none is not sent', async () => {
  const bodies = record('post', '/admin/users', { message: 'ok' }, 201)
  const { user } = openPage('/admin/users', { session })
  await user.click(await screen.findByRole('button', { name: 'Add user' }))
  const dialog = within(await screen.findByRole('dialog'))
  await user.type(dialog.getByRole('textbox', { name: /Name/ }), 'C')
  await user.type(dialog.getByRole('textbox', { name: /Email/ }), 'chiara')
  await user.type(dialog.getByLabelText(/^First password/), 'short')
  await user.click(dialog.getByRole('button', { name: 'Add user' }))
  expect(await dialog.findByText('This does not look like an email address.')).toBeInTheDocument()
  expect(dialog.getByText('At least 2 characters.')).toBeInTheDocument()
  expect(dialog.getByLabelText(/^First password/)).toBeInvalid()
  await user.click(dialog.getByRole('button', { name: 'Cancel' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
  expect(bodies).toEqual([])
})

test('an email that is taken is said in the dialog', async () => {
  record('put', '/admin/users/2', { message: 'Email already in use' }, 409)
  const { user } = openPage('/admin/users', { session })
  await user.click(await screen.findByRole('button', { name: 'Edit Ben Schulz' }))
  await user.click(await screen.findByRole('button', { name: 'Save' }))
  expect(await screen.findByText('Email already in use')).toBeInTheDocument()
})

test('editing leaves the password alone unless one is entered', async () => {
  const bodies = record('put', '/admin/users/2', { message: 'ok' })
  const { user } = openPage('/admin/users', { session })
  await user.click(await screen.findByRole('button', { name: 'Edit Ben Schulz' }))
  await user.type(await screen.findByRole('textbox', { name: /Name/ }), 'e')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(await screen.findByText('Ben Schulze is saved')).toBeInTheDocument()
  expect(bodies).toEqual([{ name: 'Ben Schulze', email: 'ben@example.com' }])
})

test('a role is changed at once and said', async () => {
  const bodies = record('put', '/admin/users/2/role', { message: 'ok' })
  const { user } = openPage('/admin/users?role=developer', { session })
  const role = await screen.findByRole('combobox', { name: 'Role of Ben Schulz' })
  await user.click(role)
  await user.click(await screen.findByRole('option', { name: 'Team lead' }))
  expect(await screen.findByText('Ben Schulz is Team lead now')).toBeInTheDocument()
  expect(bodies).toEqual([{ role: 'team_lead' }])
})

test('a role that was refused is put back with the reason', async () => {
  record('put', '/admin/users/1/role', { message: 'Cannot demote the last administrator' }, 400)
  const { user } = openPage('/admin/users', { session })
  const role = await screen.findByRole('combobox', { name: 'Role of Ada Moreau' })
  role.focus()
  await user.keyboard('{Enter}')
  await user.click(await screen.findByRole('option', { name: 'Developer' }))
  expect(await screen.findByText('Cannot demote the last administrator')).toBeInTheDocument()
  expect(screen.getByRole('combobox', { name: 'Role of Ada Moreau' })).toHaveTextContent('Admin')
})

test('a user is deleted only after a question', async () => {
  const bodies = record('delete', '/admin/users/2', { message: 'ok' })
  const { user } = openPage('/admin/users', { session })
  await user.click(await screen.findByRole('button', { name: 'Delete Ben Schulz' }))
  expect(bodies).toEqual([])
  await user.click(await screen.findByRole('button', { name: 'Delete user' }))
  expect(await screen.findByText('Ben Schulz is deleted')).toBeInTheDocument()
})

test('a user who could not be deleted is still listed, with the reason', async () => {
  record('delete', '/admin/users/2', { message: 'Cannot delete this user' }, 400)
  const { user } = openPage('/admin/users', { session })
  await user.click(await screen.findByRole('button', { name: 'Delete Ben Schulz' }))
  await user.click(await screen.findByRole('button', { name: 'Delete user' }))
  expect(await screen.findByText('Cannot delete this user')).toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: 'Cancel' }))
  expect(await screen.findByRole('button', { name: 'Delete Ben Schulz' })).toBeInTheDocument()
})
