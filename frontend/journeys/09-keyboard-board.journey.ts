import { test } from 'vitest'
import { Keyboard } from './support/keyboard'
import { look } from './support/look'
import { withTeam } from './support/team'

const team = withTeam('Garden', ['Olga Reim', 'Paul Dorn', 'Iris Thal'])

test('a task is created, walked to, carried to another column and opened with the keyboard alone', async () => {
  const { stage, lead, project } = team()
  await stage.api.addTask(lead, project, 'Water the roses')
  await stage.api.addTask(lead, project, 'Cut the hedge', { status: 'review' })
  const page = await stage.as(lead)
  await page.goto(`/projects/${project.id}`)
  await page.getByRole('article', { name: 'Cut the hedge' }).waitFor()
  const keys = new Keyboard(page)

  await keys.goTo('New task in To do')
  await page.keyboard.press('Enter')
  await keys.isAt('Title of the new task in To do')
  await page.keyboard.type('Rake the leaves')
  await page.keyboard.press('Enter')
  await page.getByRole('article', { name: 'Rake the leaves' }).waitFor()
  await page.keyboard.press('Escape')
  await keys.isAt('New task in To do')

  await keys.goTo('Water the roses')
  await page.keyboard.press('ArrowRight')
  await keys.isAt('Cut the hedge')
  await page.keyboard.press('Tab')
  await keys.isAt('Carry Cut the hedge')
  await page.keyboard.press('Space')
  await page.getByText('Cut the hedge is lifted over Review, where it was.').waitFor({ state: 'attached' })
  await page.keyboard.press('ArrowRight')
  await page.getByText('Cut the hedge is over Done.').waitFor({ state: 'attached' })
  await page.keyboard.press('Space')
  const done = page.getByRole('region', { name: /^Done/ })
  await done.getByRole('article', { name: 'Cut the hedge' }).waitFor()
  await keys.isAt('Carry Cut the hedge')
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Cut the hedge', level: 1 }).waitFor()

  await page.keyboard.press('Control+K')
  const palette = page.getByRole('dialog')
  await palette.waitFor()
  await page.keyboard.type('roses')
  await palette.getByRole('option', { name: /Water the roses/ }).waitFor()
  await look(page, 'palette')
  await page.keyboard.press('Escape')
  await palette.waitFor({ state: 'detached' })
  await page.keyboard.press('Shift+?')
  await page.getByRole('dialog').waitFor()
  await look(page, 'keyboard-help')
})
