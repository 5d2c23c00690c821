import { test } from 'vitest'
import { look } from './support/look'
import { withTeam } from './support/team'

const team = withTeam('Observatory', ['Hana Sato', 'Luis Vega', 'Eva Roth'])

test('after the network was cut the board shows by itself what happened meanwhile, and says so', async () => {
  const { stage, lead, dev, project } = team()
  stage.watch.provoke(/ERR_|WebSocket connection to .*socket\.io/)
  await stage.api.addTask(lead, project, 'Polish the mirror', { assigned_to: dev.id })
  const page = await stage.as(dev)
  await page.goto(`/projects/${project.id}`)
  await page.getByRole('article', { name: 'Polish the mirror' }).waitFor()
  await stage.api.addTask(lead, project, 'Open the dome')
  await page.getByRole('article', { name: 'Open the dome' }).waitFor()

  stage.cable.cut()
  await stage.api.addTask(lead, project, 'Point at the moon')
  await page.getByText('Live updates are interrupted.', { exact: false }).waitFor()
  await look(page, 'interrupted')
  stage.cable.mend()
  await page.getByText('Back online', { exact: true }).waitFor()
  await page.getByRole('article', { name: 'Point at the moon' }).waitFor()
})
