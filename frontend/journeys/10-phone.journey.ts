import { test } from 'vitest'
import { expectAccessible } from './support/axe'
import { look } from './support/look'
import { withTeam } from './support/team'

const team = withTeam('Ferry', ['Arne Dahl', 'Bo Lindt', 'Cleo Marsh'])

test('on a phone a developer finds her task by the menu, moves it and comments on it', async () => {
  const { stage, lead, dev, project } = team()
  await stage.api.addTask(lead, project, 'Check the life jackets', { assigned_to: dev.id })
  const page = await stage.as(dev)
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto('/my-work')
  await page.getByRole('button', { name: 'Menu', exact: true }).click()
  const menu = page.getByRole('dialog')
  await menu.getByRole('link', { name: 'Projects' }).waitFor()
  await expectAccessible(page, 'the menu of the phone')
  await menu.getByRole('link', { name: 'Projects' }).click()
  await page.getByRole('link', { name: 'Ferry' }).first().click()
  await page.getByRole('button', { name: 'Move Check the life jackets' }).click()
  await page.getByRole('menuitem', { name: 'In progress' }).click()
  const column = page.getByRole('region', { name: /^In progress/ })
  await column.getByRole('link', { name: 'Check the life jackets' }).click()
  await page.getByRole('heading', { name: 'Check the life jackets', level: 1 }).waitFor()
  await page.getByLabel('Write a comment').fill('Twelve are missing.')
  await page.getByRole('button', { name: 'Comment', exact: true }).click()
  await page.getByRole('article', { name: 'Comment by Bo Lindt' }).getByText('Twelve are missing.').waitFor()
  await look(page, 'task-on-the-way')
})
