import { test } from 'vitest'
import { look } from './support/look'
import { withTeam } from './support/team'

const team = withTeam('Reading room', ['Lea Sommer', 'Tomas Novak', 'Jin Park'])

test('a comment that mentions a colleague reaches her, and her reply appears below it live', async () => {
  const { stage, lead, dev, project } = team()
  const { id } = await stage.api.addTask(lead, project, 'Shelve the new arrivals', { assigned_to: dev.id })
  const [leads, devs] = [await stage.as(lead), await stage.as(dev)]
  await devs.goto('/my-work')
  await leads.goto(`/tasks/${id}`)

  await leads.getByLabel('Write a comment').pressSequentially('Where do the maps go, @tom')
  await leads.getByRole('option', { name: /Tomas Novak/ }).click()
  await leads.getByRole('button', { name: 'Comment', exact: true }).click()
  await leads.getByRole('article', { name: 'Comment by Lea Sommer' }).waitFor()

  await devs.getByRole('button', { name: /^Notifications, \d unread/ }).click()
  await devs
    .getByRole('dialog', { name: 'Notifications' })
    .getByText(/mentioned/i)
    .first()
    .waitFor()
  await look(devs, 'my-work')
  await devs.goto(`/tasks/${id}`)
  await devs.getByRole('button', { name: 'Reply to Lea Sommer' }).click()
  await devs.getByLabel('Write a reply').fill('Into the **tall** cabinet.')
  await devs.getByRole('button', { name: 'Reply', exact: true }).click()

  const replies = leads.getByRole('list', { name: 'Replies to Lea Sommer' })
  await replies.getByText('tall').waitFor()
  await look(leads, 'task-with-comments')
  await devs.goto('/notifications')
  await look(devs, 'notifications')
})
