import { expect, test } from 'vitest'
import { look, lookAt } from './support/look'
import { withTeam } from './support/team'

const team = withTeam('Lighthouse', ['Karl Voss', 'Pia Wolf', 'Udo Marx'])

test('an admin changes a setting, finds it after a reload, and the audit log names who did it', async () => {
  const { stage, admin } = team()
  const page = await stage.as(admin)
  await page.goto('/admin/settings')
  await look(page, 'settings')
  await page.getByLabel('Keep audit entries for days').fill('ninety')
  await page.getByRole('button', { name: 'Save settings' }).click()
  await page.getByText('A whole number of days, 0 or more.').waitFor()
  await page.getByLabel('Keep audit entries for days').fill('90')
  await page.getByRole('button', { name: 'Save settings' }).click()
  await page.getByText('The settings are saved', { exact: true }).waitFor()
  await page.reload()
  const days = page.getByLabel('Keep audit entries for days')
  await days.waitFor()
  await expect.poll(() => days.inputValue()).toBe('90')

  await page.goto('/admin/audit?action=settings')
  const entry = page.getByRole('row').filter({ hasText: 'Ida Brandt' }).first()
  await entry.waitFor()
  await look(page, 'audit')
  await entry.getByRole('button').first().click()
  const details = page.getByRole('dialog', { name: 'Audit entry' })
  await details.getByText(/audit_log_retention_days/).waitFor()
  await look(page, 'audit-entry')
})

test('an admin changes the role of a user, who is offered the lead’s pages after signing in again', async () => {
  const { stage, admin, other } = team()
  const page = await stage.as(admin)
  await page.goto('/admin/users?q=Udo')
  const row = page.getByRole('row').filter({ hasText: 'Udo Marx' })
  await row.getByLabel('Role').click()
  await page.getByRole('option', { name: 'Team lead' }).click()
  await expect.poll(() => row.getByLabel('Role').innerText()).toContain('Team lead')
  const promoted = await stage.as(other)
  await promoted.goto('/team')
  await promoted.getByRole('heading', { name: 'Team', level: 1 }).waitFor()
  await look(promoted, 'team')
  await lookAt(promoted, { profile: '/profile' })
})
