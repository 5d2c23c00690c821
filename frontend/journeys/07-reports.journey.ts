import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { look, lookAt } from './support/look'
import { withTeam } from './support/team'

const team = withTeam('Shipyard', ['Greta Lund', 'Igor Pavlov', 'Mei Chen'])

test('a lead reads the report of the tasks, exports it, saves it and finds it among the saved ones', async () => {
  const { stage, lead, dev, project } = team()
  await stage.api.addTask(lead, project, 'Paint the hull; twice', { assigned_to: dev.id, priority: 'high' })
  await stage.api.addTask(lead, project, 'Launch the ferry', {
    assigned_to: dev.id,
    status: 'done',
    progress: 100,
  })
  const page = await stage.as(lead)
  await page.goto('/reports')
  await page.getByRole('button', { name: 'Export CSV' }).waitFor()
  await look(page, 'reports')
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export CSV' }).click(),
  ])
  expect(file.suggestedFilename()).toMatch(/^tasks-month-\d{4}-\d\d-\d\d\.csv$/)
  const csv = await readFile(await file.path(), 'utf8')
  expect(csv).toContain('Paint the hull; twice')
  expect(csv).toContain('Launch the ferry')

  await page.getByRole('button', { name: 'Save report' }).click()
  await page.getByText('The report is saved', { exact: true }).waitFor()
  await page.getByRole('tab', { name: 'Saved' }).click()
  await page.getByRole('tabpanel').getByRole('listitem').getByRole('link').first().click()
  await page.getByText('Paint the hull; twice').first().waitFor()
  await look(page, 'saved-report')
  await lookAt(page, {
    'saved-reports': '/reports?tab=saved',
    'developers-report': '/reports?tab=developers&range=year',
    overview: '/overview',
    projects: '/projects',
    'project-list': `/projects/${project.id}?tab=list`,
    'project-overview': `/projects/${project.id}?tab=overview`,
  })
})
