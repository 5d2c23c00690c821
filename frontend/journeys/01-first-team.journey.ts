import { afterAll, beforeAll, test } from 'vitest'
import { emailOf, PASSWORD } from './support/api'
import { startDevsync, type RunningDevsync } from './support/devsync'
import { look, lookAt } from './support/look'
import { setStage, type Stage } from './support/stage'
import { closing } from './support/team'

let devsync: RunningDevsync
let stage: Stage
beforeAll(async () => {
  devsync = await startDevsync()
  stage = await setStage(devsync)
})
afterAll(() => devsync.stop())
closing(() => stage)

/** What somebody sees before there is anything to see. */
const EMPTY_PAGES = {
  'overview-empty': '/overview',
  'tasks-empty': '/tasks',
  'notifications-empty': '/notifications',
  'reports-empty': '/reports',
  'developers-report-empty': '/reports?tab=developers',
  'saved-reports-empty': '/reports?tab=saved',
  'github-unconnected': '/github',
  'sync-empty': '/github?tab=sync',
  'repositories-empty': '/admin/repositories',
}

test('the first person registers, adds a colleague, and the colleague sees an assignment arrive live', async () => {
  const admin = await stage.visitor()
  await look(admin, 'landing')
  await admin.goto('/register')
  await look(admin, 'register')
  await admin.getByLabel('Name').fill('Ada Moreau')
  await admin.getByLabel('Email').fill(emailOf('Ada Moreau'))
  await admin.getByLabel('Password', { exact: false }).first().fill(PASSWORD)
  await admin.getByRole('button', { name: 'Create account' }).click()
  await admin.getByText('Welcome, you are the administrator', { exact: true }).waitFor()

  // Without an account at GitHub its pages say so.
  stage.watch.provoke(/status of 401 .*\/github\/repositories/)
  await lookAt(admin, EMPTY_PAGES)
  await admin.goto('/admin/users')
  await admin.getByRole('button', { name: 'Add user' }).click()
  const user = admin.getByRole('dialog')
  await user.getByLabel('Name').fill('Noor Haddad')
  await user.getByLabel('Email').fill(emailOf('Noor Haddad'))
  await user.getByLabel('First password').fill(PASSWORD)
  await user.getByRole('button', { name: 'Add user' }).click()
  await admin.getByRole('cell', { name: 'Noor Haddad', exact: true }).waitFor()
  await look(admin, 'users')

  await admin.goto('/projects')
  await look(admin, 'projects-empty')
  await admin.getByRole('button', { name: 'New project' }).first().click()
  const project = admin.getByRole('dialog')
  await project.getByLabel('Name').fill('Harbour lights')
  await project.getByLabel('Description').fill('Every lamp on the quay, known and working.')
  await project.getByLabel('Members').click()
  await admin.getByRole('option', { name: /Noor Haddad/ }).click()
  await admin.keyboard.press('Escape')
  await project.getByRole('button', { name: 'Create project' }).click()
  await admin.getByRole('heading', { name: /Harbour lights/ }).waitFor()
  await look(admin, 'board-empty')

  await admin.getByRole('button', { name: 'New task in To do' }).click()
  await admin.getByLabel('Title of the new task in To do').fill('Replace the lamp at pier 4')
  await admin.keyboard.press('Enter')
  const card = admin.getByRole('article', { name: 'Replace the lamp at pier 4' })
  await card.waitFor()
  await look(admin, 'board')

  const colleague = await stage.visitor()
  await colleague.goto('/login')
  await look(colleague, 'sign-in')
  await colleague.getByLabel('Email').fill(emailOf('Noor Haddad'))
  await colleague.getByLabel('Password', { exact: false }).first().fill(PASSWORD)
  await colleague.getByRole('button', { name: 'Sign in' }).click()
  await colleague.getByRole('heading', { name: 'My work' }).waitFor()
  await look(colleague, 'my-work-empty')

  await card.getByRole('link', { name: 'Replace the lamp at pier 4' }).click()
  await admin.getByRole('heading', { name: 'Replace the lamp at pier 4' }).waitFor()
  await admin.getByLabel('Assignee').click()
  await admin.getByRole('option', { name: /Noor Haddad/ }).click()

  const bell = colleague.getByRole('button', { name: 'Notifications, 1 unread' })
  await bell.click()
  await colleague.getByRole('dialog', { name: 'Notifications' }).getByRole('link').first().click()
  await colleague.getByRole('heading', { name: 'Replace the lamp at pier 4' }).waitFor()
  await look(colleague, 'task')
})
