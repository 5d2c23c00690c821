import { expect, test } from 'vitest'
import { look } from './support/look'
import { withTeam } from './support/team'

const team = withTeam('Theatre', ['Vera Kunz', 'Otto Lang', 'Nina Frey'])

test('a developer is not offered what she may not do, and a typed address explains the refusal', async () => {
  const { stage, dev } = team()
  const page = await stage.as(dev)
  await page.goto('/projects')
  await page.getByRole('link', { name: 'Theatre' }).first().waitFor()
  const main = page.getByRole('navigation', { name: 'Main' })
  expect(await main.getByRole('link', { name: 'Users' }).count()).toBe(0)
  expect(await page.getByRole('button', { name: 'New project' }).count()).toBe(0)
  for (const address of [
    '/admin/users',
    '/admin/settings',
    '/admin/audit',
    '/reports',
    '/team',
    '/overview',
  ]) {
    await page.goto(address)
    await page.getByRole('heading', { name: 'You do not have access to this page' }).waitFor()
  }
  await look(page, 'forbidden')
  await page.goto('/no-such-page')
  await look(page, 'not-found')
})

test('a developer reads a task of a colleague, but its fields are locked and say why', async () => {
  const { stage, lead, dev, other, project } = team()
  const { id } = await stage.api.addTask(lead, project, 'Hang the curtain', { assigned_to: other.id })
  const page = await stage.as(dev)
  await page.goto(`/tasks/${id}`)
  await page.getByText('Only the assignee and team leads can change this task.').waitFor()
  expect(await page.getByLabel('Status').isDisabled()).toBe(true)
  expect(await page.getByRole('button', { name: 'Edit title' }).count()).toBe(0)
  await look(page, 'task-locked')
})

test('a change that the server refuses is taken back on screen, with the reason', async () => {
  const { stage, lead, dev, other, project } = team()
  stage.watch.provoke(/status of 403 .*\/api\/v1\/tasks/)
  const { id } = await stage.api.addTask(lead, project, 'Oil the trapdoor', { assigned_to: dev.id })
  const page = await stage.as(dev)
  // No live connection, so that the page does not hear of the loss before the press.
  await page.route(/socket\.io/, (route) => route.abort())
  await page.routeWebSocket(/socket\.io/, (socket) => socket.close())
  await page.goto(`/projects/${project.id}`)
  await page.getByRole('button', { name: 'Move Oil the trapdoor' }).click()
  await stage.api.call('PUT', `/tasks/${id}`, lead.token, { assigned_to: other.id })
  await page.getByRole('menuitem', { name: 'Done' }).click()
  await page.getByText('The card is back where it was', { exact: true }).waitFor()
  const column = page.getByRole('region', { name: /^To do/ })
  await column.getByRole('article', { name: 'Oil the trapdoor' }).waitFor()
})
