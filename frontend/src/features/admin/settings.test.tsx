import { act, screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { keys } from '@/api/keys'
import { givenATeam, record, settings } from '@/test/admin-fixtures'
import { aSession } from '@/test/fixtures'
import { accessibilityProblems, openPage } from '@/test/render'
import { answer } from '@/test/server'

const session = aSession('admin')

givenATeam()

test('only what was changed in the settings is sent', async () => {
  const bodies = record('put', '/admin/settings', { settings: { ...settings, audit_log_retention_days: 90 } })
  const { user } = openPage('/admin/settings', { session })
  const days = await screen.findByRole('textbox', { name: /audit entries/ })
  await user.clear(days)
  await user.type(days, '90')
  await user.click(screen.getByRole('button', { name: 'Save settings' }))
  expect(await screen.findByText('The settings are saved')).toBeInTheDocument()
  expect(bodies).toEqual([{ audit_log_retention_days: 90 }])
  expect(await accessibilityProblems()).toEqual([])
})

test('a number of days that cannot be is said before anything is sent', async () => {
  const bodies = record('put', '/admin/settings', { settings })
  const { user } = openPage('/admin/settings', { session })
  const days = await screen.findByRole('textbox', { name: /audit entries/ })
  await user.clear(days)
  await user.type(days, '-3')
  await user.click(screen.getByRole('button', { name: 'Save settings' }))
  expect(await screen.findByText('A whole number of days, 0 or more.')).toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: 'Undo' }))
  expect(days).toHaveValue('30')
  expect(bodies).toEqual([])
})

test('a switch of the notifications sends its whole group', async () => {
  const bodies = record('put', '/admin/settings', { settings })
  const { user } = openPage('/admin/settings', { session })
  await user.click(await screen.findByRole('switch', { name: 'Assignments' }))
  await user.click(screen.getByRole('button', { name: 'Save settings' }))
  await waitFor(() =>
    expect(bodies).toEqual([
      { notification_settings: { ...settings.notification_settings, task_assignments: false } },
    ]),
  )
})

test('settings that others change meanwhile arrive without undoing one’s own', async () => {
  record('put', '/admin/settings', { settings })
  const { client, user } = openPage('/admin/settings', { session })
  const name = await screen.findByRole('textbox', { name: /Name of this server/ })
  await user.type(name, ' of ours')
  act(() => void client.setQueryData(keys.admin.settings, { ...settings, audit_log_retention_days: 7 }))
  await waitFor(() => expect(screen.getByRole('textbox', { name: /audit entries/ })).toHaveValue('7'))
  expect(name).toHaveValue('DevSync of ours')
})

test('the clean-up says what it will delete and then what it has deleted', async () => {
  record('post', '/admin/settings/retention/run', {
    message: 'ok',
    result: { audit_logs_deleted: 1, projects_deleted: 0 },
  })
  const { user } = openPage('/admin/settings', { session })
  await user.click(await screen.findByRole('button', { name: 'Run the clean-up' }))
  expect(await screen.findByText(/Deletes audit entries older than 30 days/)).toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: 'Run it' }))
  expect(await screen.findByText('Deleted 1 audit entry and 0 projects.')).toBeInTheDocument()
})

test('a clean-up with nothing to delete says so beforehand', async () => {
  answer('get', '/admin/settings', { settings: { ...settings, audit_log_retention_days: 0 } })
  const { user } = openPage('/admin/settings', { session })
  await user.click(await screen.findByRole('button', { name: 'Run the clean-up' }))
  expect(await screen.findByText('Nothing is deleted with the saved settings.')).toBeInTheDocument()
})

test('a clean-up that failed is not taken for one that worked', async () => {
  record('post', '/admin/settings/retention/run', {
    message: 'Retention cleanup failed',
    error: 'internal error',
    result: { audit_logs_deleted: 0, projects_deleted: 0 },
  })
  const { user } = openPage('/admin/settings', { session })
  await user.click(await screen.findByRole('button', { name: 'Run the clean-up' }))
  await user.click(await screen.findByRole('button', { name: 'Run it' }))
  expect(await screen.findByText('Retention cleanup failed: internal error')).toBeInTheDocument()
})
