import { expect, test } from 'vitest'
import { look } from './support/look'
import { withTeam } from './support/team'

const team = withTeam('Bakery', ['Rosa Lind', 'Emil Berg', 'Asta Holm'])

test('who saves second sees both versions and keeps the one she chooses', async () => {
  const { stage, lead, dev, project } = team()
  stage.watch.provoke(/status of 409 .*\/api\/v1\/tasks/)
  const { id } = await stage.api.addTask(lead, project, 'Bake for the fair', { assigned_to: dev.id })
  const [leads, devs] = [await stage.as(lead), await stage.as(dev)]
  await leads.goto(`/tasks/${id}`)
  await devs.goto(`/tasks/${id}`)
  await leads.getByRole('button', { name: 'Edit title' }).click()
  await devs.getByRole('button', { name: 'Edit title' }).click()

  await leads.getByLabel('Title').fill('Bake forty loaves')
  await leads.getByRole('button', { name: 'Save' }).click()
  await leads.getByRole('heading', { name: 'Bake forty loaves' }).waitFor()
  await devs.getByText('Somebody else has changed this.').waitFor()
  await devs.getByLabel('Title').fill('Bake sixty loaves')
  await devs.getByRole('button', { name: 'Save' }).click()

  const conflict = devs.getByRole('dialog', { name: 'Somebody else saved this in the meantime' })
  await conflict.getByRole('cell', { name: 'Bake forty loaves' }).waitFor()
  await look(devs, 'conflict')
  expect(await conflict.getByRole('cell', { name: 'Bake sixty loaves' }).count()).toBe(1)
  await conflict.getByRole('button', { name: 'Save mine' }).click()
  await leads.getByRole('heading', { name: 'Bake sixty loaves' }).waitFor()
})
