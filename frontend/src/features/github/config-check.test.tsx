import { screen, within } from '@testing-library/react'
import { beforeEach, expect, test } from 'vitest'
import type { GithubConfig } from '@/api/types'
import { aSession } from '@/test/fixtures'
import { aConfig } from '@/test/github-fixtures'
import { accessibilityProblems, openPage } from '@/test/render'
import { answer } from '@/test/server'

beforeEach(() => {
  answer('get', '/notifications', { notifications: [], unread_count: 0 })
  answer('get', '/github/repositories', { repositories: [] })
})

async function findings(config: GithubConfig) {
  answer('get', '/github/config-check', { ...config })
  openPage('/admin/repositories', { session: aSession('admin') })
  const card = within(await screen.findByRole('region', { name: 'GitHub application' }))
  await card.findByText('GITHUB_CLIENT_ID')
  return card
}

test('an admin sees that the server has all it needs, and which callback to register', async () => {
  const card = await findings(aConfig())
  expect(card.getByText(/has all it needs/)).toBeInTheDocument()
  expect(card.getByText('https://devsync.example/api/v1/github/callback')).toBeInTheDocument()
  expect(card.getAllByText('Set')).toHaveLength(3)
  expect(card.queryByText(/FRONTEND_URL/)).not.toBeInTheDocument()
  expect(await accessibilityProblems()).toEqual([])
})

test('what is missing is named, with what to do about it', async () => {
  const status = { client_id_set: false, client_secret_set: false, redirect_uri_set: true }
  const card = await findings(aConfig({ config_status: status, client_id: null }))
  expect(
    card.getByText(
      'Nobody can connect an account yet. Set GITHUB_CLIENT_ID and GITHUB_CLIENT_SECRET on the server, and start it again.',
    ),
  ).toBeInTheDocument()
  expect(card.getAllByText('Missing')).toHaveLength(2)
})

test('a way back from GitHub that leads elsewhere is pointed out', async () => {
  const card = await findings(aConfig({ frontend_url: `${window.location.origin}0` }))
  expect(card.getByText(/GitHub sends people back to/)).toBeInTheDocument()
})
