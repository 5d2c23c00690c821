import { expect, test } from 'vitest'
import { aTask } from '@/test/fixtures'
import { conflictingFields } from './edits'
import { describeChange, describeEvent } from './history-text'
import { PER_PAGE, toTaskQuery } from './query'

test('an address without filters asks for one page in order', () => {
  expect(toTaskQuery({ page: 2, sort: 'title' })).toEqual({ page: 2, per_page: PER_PAGE, sort: 'title' })
})

test('every filter of the address reaches the server', () => {
  const query = toTaskQuery(
    {
      page: 1,
      sort: 'id',
      q: 'login',
      status: ['done'],
      priority: ['high'],
      assignee: [0, 7],
      project: 5,
      overdue: true,
      due: 'week',
    },
    new Date('2026-05-07T15:00:00Z'),
  )
  expect(query).toMatchObject({
    q: 'login',
    status: ['done', 'completed'],
    priority: ['high'],
    assigned_to: ['none', 7],
    project_id: 5,
    overdue: true,
    due_before: '2026-05-14T00:00:00.000Z',
  })
})

test('only what both sides changed differently is a conflict', () => {
  const opened = aTask({ title: 'Old', description: 'Old' })
  const fresh = aTask({ title: 'Theirs', description: 'Old' })
  expect(conflictingFields({ title: 'Mine' }, opened, fresh)).toEqual([
    { label: 'Title', mine: 'Mine', theirs: 'Theirs' },
  ])
  expect(conflictingFields({ description: 'Mine' }, opened, fresh)).toEqual([])
  expect(conflictingFields({ title: 'Theirs' }, opened, fresh)).toEqual([])
})

const names = { person: (id: number) => `person ${id}`, project: (id: number) => `project ${id}` }

test.each([
  ['status', 'todo', 'done', 'To do', 'Done'],
  ['priority', 'low', 'urgent', 'Low', 'Urgent'],
  ['progress', 0, 50, '0 %', '50 %'],
  ['assigned_to', null, 4, 'none', 'person 4'],
  ['project_id', 5, null, 'project 5', 'none'],
  ['title', 'A', 'B', 'A', 'B'],
])('a change of %s reads in words', (field, from, to, fromText, toText) => {
  expect(describeChange({ field, from, to }, names)).toMatchObject({ from: fromText, to: toText })
})

test('of a long text only the fact of its change is told', () => {
  expect(describeChange({ field: 'description', from: 'a', to: 'b' }, names)).toEqual({
    label: 'Description',
  })
})

test('events read in words, unknown ones in the server’s', () => {
  expect(describeEvent('task.completed')).toBe('completed the task')
  expect(describeEvent('comment.added')).toBe('added a comment')
  expect(describeEvent('task.something_new')).toBe('task something new')
})
