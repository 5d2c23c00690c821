import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import { aSession, aUser } from '@/test/fixtures'
import { accessibilityProblems, openPage } from '@/test/render'
import { answer, server } from '@/test/server'

const at = new Date().toISOString()
const task = {
  id: 7,
  title: 'Fix the login',
  description: null,
  status: 'todo',
  priority: 'high',
  progress: 0,
  deadline: at,
  project_id: 5,
  project_name: 'Portal',
  updated_at: at,
  created_at: at,
}
const counts = {
  total: 4,
  assigned: 4,
  backlog: 0,
  todo: 1,
  in_progress: 1,
  review: 1,
  done: 1,
  due_soon: 1,
  overdue: 2,
}

beforeEach(() => answer('get', '/notifications', { notifications: [], unread_count: 0 }))

test('my work shows counts, what is due, recent tasks, projects and GitHub', async () => {
  answer('get', '/dashboard/client', {
    taskCounts: counts,
    recentTasks: [task],
    upcomingDeadlines: [{ ...task, id: 8, title: 'Pay the bill', project_name: null }],
    githubActivity: [
      {
        id: 1,
        type: 'issue',
        title: 'Broken',
        repo: 'acme/portal',
        url: 'https://github.com/acme/portal/issues/1',
        date: at,
        label: '#1',
      },
    ],
    projects: [{ id: 5, name: 'Portal', status: 'active', task_count: 1, completion_percentage: 25 }],
  })
  openPage('/my-work', { session: aSession('developer') })
  expect(await screen.findByText('2 overdue')).toBeInTheDocument()
  const due = screen.getByRole('region', { name: 'Due soon' })
  expect(within(due).getByRole('link', { name: 'Pay the bill' })).toHaveAttribute('href', '/tasks/8')
  expect(screen.getByRole('progressbar', { name: 'Progress of Portal' })).toHaveAttribute(
    'aria-valuenow',
    '25',
  )
  expect(screen.getByText('Issue #1 · acme/portal')).toBeInTheDocument()
  expect(await accessibilityProblems()).toEqual([])
})

test('with nothing to do my work says what comes next', async () => {
  answer('get', '/dashboard/client', {
    taskCounts: counts,
    recentTasks: [],
    upcomingDeadlines: [],
    githubActivity: [],
    projects: [],
  })
  openPage('/my-work', { session: aSession('developer') })
  expect(await screen.findByText('No tasks yet')).toBeInTheDocument()
  expect(screen.getByText('No projects yet')).toBeInTheDocument()
  expect(screen.getByRole('link', { name: 'Open GitHub' })).toBeInTheDocument()
})

function anOverview(extra: object = {}) {
  const ranges: (string | null)[] = []
  server.use(
    http.get('*/api/v1/dashboard/admin', ({ request }) => {
      ranges.push(new URL(request.url).searchParams.get('timeRange'))
      return HttpResponse.json({
        users: { total: 3, admin: 1, team_lead: 1, developer: 1, change: 50 },
        tasks: { ...counts, activeChange: 0, completedChange: -20 },
        projects: { total: 2 },
        recentProjects: [{ id: 5, name: 'Portal', status: 'active', created_at: at, task_count: 4 }],
        my_assigned_tasks: [task],
        ...extra,
      })
    }),
  )
  answer('get', '/users', {
    users: Array.from({ length: 8 }, (_, index) => aUser({ id: index + 1, name: `Person ${index + 1}` })),
  })
  answer('get', '/admin/audit-logs', {
    logs: [
      {
        id: 3,
        action: 'user_role_changed',
        actor_user_id: null,
        actor_name: null,
        resource_type: 'user',
        resource_id: '4',
        created_at: at,
      },
    ],
    total: 1,
    pages: 1,
    current_page: 1,
  })
  return ranges
}

test('the overview shows totals with their change, the team and the latest audit entries', async () => {
  anOverview()
  openPage('/overview', { session: aSession('admin') })
  expect(await screen.findByText('50% more than before')).toBeInTheDocument()
  expect(screen.getByText('20% less than before')).toBeInTheDocument()
  expect(screen.getByText('As before')).toBeInTheDocument()
  expect(await screen.findByText('and 2 more')).toBeInTheDocument()
  expect(await screen.findByRole('link', { name: /User role changed/ })).toHaveAttribute(
    'href',
    '/admin/audit?entry=3',
  )
  expect(screen.getByRole('figure', { name: 'Tasks by status' })).toBeInTheDocument()
  expect(await accessibilityProblems()).toEqual([])
})

test('another range is asked of the server and kept in the address', async () => {
  const ranges = anOverview()
  const { router, user } = openPage('/overview', { session: aSession('admin') })
  await user.click(await screen.findByRole('radio', { name: 'Week' }))
  await waitFor(() => expect(ranges).toContain('week'))
  expect(router.state.location.href).toBe('/overview?range=week')
})

test('a team lead sees what they answer for', async () => {
  anOverview({
    recentProjects: [],
    my_assigned_tasks: [],
    team_lead_kpis: {
      in_review_tasks: 6,
      due_soon_tasks: 0,
      overdue_not_complete_tasks: 0,
      current_projects: 1,
    },
  })
  openPage('/overview', { session: aSession('team_lead') })
  const kpis = await screen.findByRole('region', { name: 'In your projects' })
  expect(kpis).toHaveTextContent('6 in review')
  expect(screen.getByText('No projects yet')).toBeInTheDocument()
})

function progressOf(id: number, total = 2) {
  return {
    id,
    name: `Person ${id}`,
    role: 'developer',
    total_tasks: total,
    completed_tasks: 1,
    active_tasks: 1,
    avg_progress: 40,
    due_soon: 0,
    recent_tasks: total ? [task] : [],
  }
}

test('the team page loads the progress only of those it shows, page by page', async () => {
  const asked: string[] = []
  answer('get', '/users', {
    users: Array.from({ length: 14 }, (_, index) =>
      aUser({ id: index + 1, name: `Person ${String(index + 1).padStart(2, '0')}` }),
    ),
  })
  server.use(
    http.get('*/api/v1/users/:id/progress', ({ params }) => {
      asked.push(String(params.id))
      return HttpResponse.json(progressOf(Number(params.id), Number(params.id) === 2 ? 0 : 2))
    }),
  )
  const { user } = openPage('/team', { session: aSession('team_lead') })
  expect(await screen.findByText('No tasks assigned.')).toBeInTheDocument()
  expect(asked).toHaveLength(12)
  await user.click(screen.getByRole('button', { name: 'Next page' }))
  expect(await screen.findByRole('article', { name: 'Person 14' })).toBeInTheDocument()
})

test('a search that finds nobody can be cleared', async () => {
  answer('get', '/users', { users: [aUser({ id: 1, name: 'Ben' })] })
  answer('get', '/users/1/progress', progressOf(1))
  const { router, user } = openPage('/team?q=nobody', { session: aSession('team_lead') })
  await user.click(await screen.findByRole('button', { name: 'Clear the filters' }))
  expect(await screen.findByRole('article', { name: 'Ben' })).toBeInTheDocument()
  expect(router.state.location.href).toBe('/team')
})
