import type { Page } from 'playwright-core'
import { beforeAll, expect, inject, test } from 'vitest'
import { expectFocusSeen } from './support/focus'
import { look, lookAt } from './support/look'
import { withTeam } from './support/team'

const team = withTeam('Front door', ['Dora Blum', 'Finn Olsen', 'Gus Keller'])

const github = inject('github')

beforeAll(() => {
  const { watch } = team().stage
  watch.welcome(github)
  watch.tolerate(/favicon\.ico/)
  // Asked before the account is connected.
  watch.tolerate(/status of 401 .*\/github\//)
})

/** Agrees on the stand-in's page of consent, and comes back connected. */
async function connect(page: Page) {
  await page.getByRole('button', { name: 'Connect GitHub' }).first().click()
  await page.getByRole('button', { name: 'Authorize' }).click()
  await page.getByRole('heading', { name: 'Your connection with GitHub' }).waitFor()
  await page.getByText('Connected as').waitFor()
}

async function chooseRepository(page: Page, name: RegExp) {
  await page.getByRole('dialog').getByRole('combobox', { name: 'Repository' }).click()
  await page.getByRole('option', { name }).click()
}

test('a lead connects GitHub, links an issue, creates another, and both sides follow each other', async () => {
  const { stage, lead, project } = team()
  const { id } = await stage.api.addTask(lead, project, 'Make the door pleasant')
  const page = await stage.as(lead)

  await page.goto('/github')
  await connect(page)
  await look(page, 'github-connected')
  await page.getByRole('link', { name: 'Show my repositories' }).click()
  await page.getByRole('link', { name: 'octocat/front-door', exact: true }).waitFor()
  await look(page, 'github')
  await page.getByRole('link', { name: 'octocat/front-door', exact: true }).click()
  await page.getByText('The hinge squeaks').waitFor()
  await look(page, 'issues')
  await page.getByRole('tab', { name: 'Pull requests' }).click()
  await page.getByText('Oil the hinge').waitFor()

  await page.goto(`/tasks/${id}`)
  await page.getByRole('button', { name: 'Link', exact: true }).click()
  await chooseRepository(page, /front-door/)
  await page.getByRole('dialog').getByRole('combobox', { name: 'Open issue' }).click()
  await page.getByRole('option', { name: /#1 The hinge squeaks/ }).click()
  await look(page, 'link-issue')
  await page.getByRole('dialog').getByRole('button', { name: 'Link', exact: true }).click()
  await page.getByRole('link', { name: '#1 The hinge squeaks' }).waitFor()

  await page.getByRole('button', { name: 'Create issue' }).click()
  await chooseRepository(page, /front-door/)
  await page.getByRole('dialog').getByLabel('Labels').fill('paint')
  await page.getByRole('dialog').getByLabel('Assignees').fill('@hubot')
  await look(page, 'create-issue')
  await page.getByRole('dialog').getByRole('button', { name: 'Create issue' }).click()
  await page.getByRole('link', { name: '#4 Make the door pleasant' }).waitFor()

  await page.getByLabel('Status').click()
  await page.getByRole('option', { name: 'Done' }).click()
  await expect.poll(() => page.getByText('Closed', { exact: true }).count()).toBe(2)
  const door = await page.context().newPage()
  await door.goto(`${github}/octocat/front-door`)
  const issue = (title: string) => door.getByRole('row').filter({ hasText: title })
  await expect.poll(() => issue('The hinge squeaks').innerText()).toMatch(/closed/)
  await expect.poll(() => issue('Make the door pleasant').innerText()).toMatch(/closed/)

  await issue('The hinge squeaks').getByRole('button', { name: 'Reopen' }).click()
  await expect.poll(() => page.getByLabel('Status').innerText()).toContain('In progress')
  await page.getByText('Open', { exact: true }).first().waitFor()
  await look(page, 'task-with-issues')
  await lookAt(page, { sync: '/github?tab=sync', 'github-report': '/reports?tab=github' })
})

test('an admin has a repository tracked, and its webhook tested', async () => {
  const { stage, admin } = team()
  const page = await stage.as(admin)
  await page.goto('/github')
  await connect(page)
  await page.goto('/admin/repositories')
  await page.getByRole('textbox', { name: 'Repository' }).fill('octocat/garden')
  await page.getByRole('button', { name: 'Track repository' }).click()
  await page.getByText('octocat/garden is tracked', { exact: true }).waitFor()
  await page
    .getByRole('button', { name: /Set up webhook/ })
    .first()
    .click()
  await page
    .getByText(/arrived|works|reached/i)
    .first()
    .waitFor()

  // Two messages lie over the page by now.
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 740 })
    await expectFocusSeen(page, `repositories under messages, ${width} wide`)
  }
  await page.getByText('octocat/garden is tracked', { exact: true }).waitFor()
  await look(page, 'repositories')
})
