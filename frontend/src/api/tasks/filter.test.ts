import { expect, test } from 'vitest'
import { aTask } from '@/test/fixtures'
import { boardStatus, isFiltered, matchesFilter, NOBODY, sortTasks } from './filter'

test('an older word for done counts as done, an unknown one as backlog', () => {
  expect(boardStatus('completed')).toBe('done')
  expect(boardStatus('blocked' as never)).toBe('backlog')
  expect(boardStatus('review')).toBe('review')
})

test('a task matches when every part of the filter fits', () => {
  const task = aTask({ assigned_to: 3, priority: 'high', status: 'completed' })
  expect(matchesFilter(task, {})).toBe(true)
  expect(matchesFilter(task, { q: 'LOGIN', assignee: [3], priority: ['high'], status: ['done'] })).toBe(true)
  expect(matchesFilter(task, { assignee: [4] })).toBe(false)
  expect(matchesFilter(task, { priority: ['low'] })).toBe(false)
  expect(matchesFilter(task, { q: 'export' })).toBe(false)
})

test('tasks are found by number and by having nobody', () => {
  expect(matchesFilter(aTask({ id: 42 }), { q: '#42' })).toBe(true)
  expect(matchesFilter(aTask(), { assignee: [NOBODY] })).toBe(true)
})

test('an empty filter does not count as one', () => {
  expect(isFiltered({ priority: [] })).toBe(false)
  expect(isFiltered({ q: 'x' })).toBe(true)
})

test('what has no value comes last, whichever way round', () => {
  const tasks = [
    aTask({ id: 1, deadline: null }),
    aTask({ id: 2, deadline: '2026-02-01T00:00:00Z' }),
    aTask({ id: 3, deadline: '2026-03-01T00:00:00Z' }),
  ]
  const ids = (sort: string) => sortTasks(tasks, sort).map((task) => task.id)
  expect(ids('deadline')).toEqual([2, 3, 1])
  expect(ids('-deadline')).toEqual([3, 2, 1])
  expect(ids('nonsense')).toEqual([1, 2, 3])
})

test.each(['id', 'title', 'status', 'priority', 'progress', 'assignee', 'created_at', 'updated_at'])(
  'equal tasks keep the order of their ids when sorted by %s',
  (sort) => {
    const tasks = [aTask({ id: 2 }), aTask({ id: 1 })]
    expect(sortTasks(tasks, sort).map((task) => task.id)).toEqual([1, 2])
  },
)
