import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import { render, screen } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { beforeEach, expect, test, vi } from 'vitest'
import { anEmptyTeam } from '@/test/empty-team'
import { aSession } from '@/test/fixtures'
import { accessibilityProblems, openPage } from '@/test/render'
import { answer, server } from '@/test/server'
import { RouteError } from './pages/route-error'

const session = aSession('developer')

/** The server answers who one is with this, for as long as it is not told otherwise. */
function whoAmI(status: number, message: string) {
  server.use(http.get('*/api/v1/auth/:what', () => HttpResponse.json({ message }, { status })))
}

beforeEach(() => {
  anEmptyTeam()
  vi.spyOn(console, 'error').mockImplementation(() => {})
  vi.spyOn(console, 'warn').mockImplementation(() => {})
})

test('a page that could not be shown says why and works after another try', async () => {
  whoAmI(500, 'Internal server error')
  const { user } = openPage('/projects')
  expect(await screen.findByRole('heading', { name: 'This page could not be shown' })).toBeInTheDocument()
  expect(screen.getByRole('alert')).toHaveTextContent('Internal server error')
  expect(await accessibilityProblems()).toEqual([])
  answer('get', '/auth/me', { user: session.user })
  answer('get', '/auth/permissions', { role: session.role, permissions: session.permissions })
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByRole('heading', { level: 1, name: 'Projects' })).toBeInTheDocument()
})

test('a refusal of the server is shown as the page for it', async () => {
  whoAmI(403, 'Insufficient permissions')
  openPage('/projects')
  expect(
    await screen.findByRole('heading', { name: 'You do not have access to this page' }),
  ).toBeInTheDocument()
})

test('code that is gone because a newer version was shipped leads to loading that one', async () => {
  const routeTree = createRootRoute({
    component: () => {
      throw new TypeError('Failed to fetch dynamically imported module: /assets/tasks-page-1a2b.js')
    },
    errorComponent: RouteError,
  })
  render(<RouterProvider router={createRouter({ routeTree, history: createMemoryHistory() }) as never} />)
  expect(await screen.findByRole('heading', { name: 'DevSync was updated' })).toBeInTheDocument()
  expect(screen.getByRole('button', { name: 'Load the new version' })).toBeInTheDocument()
})
