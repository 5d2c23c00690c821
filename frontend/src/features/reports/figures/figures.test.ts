import { expect, test } from 'vitest'
import type { GithubRepository, Report } from '@/api/types'
import { aTask, aUser } from '@/test/fixtures'
import { readContent } from './content'
import { developerReport } from './developers'
import { githubReport } from './github'
import { bucketsOf, isWithin, rangeDays, rangeEnd, rangeStart } from './range'
import { taskReport } from './tasks'

const now = new Date(2026, 4, 7, 15, 0)

function daysBefore(days: number): string {
  return new Date(now.getTime() - days * 24 * 3600 * 1000).toISOString()
}

function figure(summary: { figures: { label: string; value: number }[] }, label: string) {
  return summary.figures.find((each) => each.label === label)?.value
}

test.each(['week', 'month', 'quarter', 'year'] as const)(
  'the parts of a %s meet without a gap and cover it',
  (range) => {
    const buckets = bucketsOf(range, now)
    expect(buckets[0]?.from).toBe(rangeStart(range, now))
    expect(buckets.at(-1)?.until).toBe(rangeEnd(now))
    buckets.slice(1).forEach((bucket, index) => expect(bucket.from).toBe(buckets[index]?.until))
    expect(buckets.length).toBeLessThanOrEqual(rangeDays[range])
    expect(buckets.length).toBeLessThanOrEqual(31)
  },
)

test('no time lies in no range', () => {
  expect(isWithin(null, 0, Infinity)).toBe(false)
})

const tasks = [
  aTask({ id: 1, created_at: daysBefore(2), updated_at: daysBefore(1), status: 'done', assigned_to: 1 }),
  aTask({
    id: 2,
    created_at: daysBefore(60),
    updated_at: daysBefore(3),
    status: 'completed',
    assigned_to: 2,
  }),
  aTask({
    id: 3,
    created_at: daysBefore(60),
    updated_at: daysBefore(2),
    deadline: daysBefore(1),
    priority: 'urgent',
    assigned_to: 1,
    progress: 50,
  }),
  aTask({ id: 4, created_at: daysBefore(60), updated_at: daysBefore(50) }),
]

test('a task report counts what was created or changed in the range', () => {
  const { summary, rows } = taskReport(tasks, 'week', now)
  expect(rows.map((row) => row.id)).toEqual([1, 2, 3])
  expect(summary.figures).toEqual([
    { label: 'Tasks', value: 3 },
    { label: 'Created', value: 1 },
    { label: 'Done', value: 2 },
    { label: 'Overdue', value: 1 },
    { label: 'Done of all', value: 67, unit: '%' },
  ])
})

test('the charts of a task report add up to its figures', () => {
  const { summary } = taskReport(tasks, 'month', now)
  const sum = (title: string, key: string) =>
    summary.charts
      .find((chart) => chart.title === title)
      ?.points.reduce((total, point) => total + (point.values[key] ?? 0), 0)
  expect(sum('Created and done over time', 'created')).toBe(1)
  expect(sum('Created and done over time', 'done')).toBe(2)
  expect(sum('By status', 'tasks')).toBe(3)
  expect(sum('By priority', 'tasks')).toBe(3)
})

test('a report without tasks divides by nothing', () => {
  expect(figure(taskReport([], 'week', now).summary, 'Done of all')).toBe(0)
})

test('a developer report orders people by what they finished and leaves idle admins out', () => {
  const users = [
    aUser({ id: 1, name: 'Chiara' }),
    aUser({ id: 2, name: 'Ben', role: 'team_lead' }),
    aUser({ id: 3, name: 'Ada', role: 'admin' }),
    aUser({ id: 4, name: 'Deniz' }),
  ]
  const { rows, summary } = developerReport(users, tasks, 'week', now)
  expect(rows.map((row) => row.name)).toEqual(['Ben', 'Chiara', 'Deniz'])
  expect(rows[1]).toMatchObject({ assigned: 2, active: 1, completed: 1, overdue: 1, progress: 25 })
  expect(figure(summary, 'Unassigned')).toBe(1)
})

test('a GitHub report puts the liveliest repository first', () => {
  const repository = {
    id: 1,
    full_name: 'acme/a',
    html_url: 'https://github.com/acme/a',
    open_issues_count: 2,
    total_prs: 1,
    recent_commits: 3,
    last_updated: null,
  } as GithubRepository
  const { rows, summary } = githubReport(
    [repository, { ...repository, id: 2, full_name: 'acme/b', recent_commits: 9 }],
    'month',
    now,
  )
  expect(rows.map((row) => row.name)).toEqual(['acme/b', 'acme/a'])
  expect(figure(summary, 'Commits')).toBe(12)
})

test('what this client saved is read back as it was', () => {
  const content = taskReport(tasks, 'week', now)
  const saved = JSON.parse(
    JSON.stringify({ type: 'tasks', summary: content.summary, details: content.rows }),
  ) as Report
  expect(readContent(saved)).toEqual(content)
})

test('a report in another form is not taken for one of ours', () => {
  expect(readContent({ type: 'tasks', summary: { total: 3 }, details: [] } as unknown as Report)).toBeNull()
})
