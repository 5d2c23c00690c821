import { expect, test } from 'vitest'
import { look } from './support/look'
import { withTeam } from './support/team'

const team = withTeam('Orchard', ['Ben Okoro', 'Mila Petrova', 'Sam Reyes'])

test('several tasks chosen in the list change together, and another browser sees it', async () => {
  const { stage, lead, dev, project } = team()
  for (const title of ['Prune the apple trees', 'Prune the pear trees', 'Prune the plum trees']) {
    await stage.api.addTask(lead, project, title, { assigned_to: dev.id })
  }
  const [leads, devs] = [await stage.as(lead), await stage.as(dev)]
  await devs.goto('/tasks?q=Prune')
  await leads.goto('/tasks?q=Prune')
  await leads.getByRole('link', { name: 'Prune the apple trees' }).waitFor()
  await look(leads, 'tasks')

  await leads.getByRole('checkbox', { name: 'Select all tasks shown' }).click()
  const bar = leads.getByRole('region', { name: 'Change the selected tasks' })
  await bar.getByText('3 selected').waitFor()
  await look(leads, 'tasks-selected')
  await bar.getByLabel('Set status').click()
  await leads.getByRole('option', { name: 'In progress' }).click()
  await bar.waitFor({ state: 'detached' })

  await expect.poll(() => devs.getByRole('row').filter({ hasText: 'In progress' }).count()).toBe(3)
})
