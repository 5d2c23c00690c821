import { expect, test } from 'vitest'
import { aProject } from '@/test/fixtures'
import { selectProjects } from './filter'

const portal = aProject({ id: 1, name: 'Portal', task_count: 9, completion_percentage: 10 })
const mobile = aProject({
  id: 2,
  name: 'mobile app',
  description: null,
  status: 'on_hold',
  task_count: 3,
  completion_percentage: 80,
  updated_at: '2026-06-01T12:00:00.000Z',
})

test.each([
  ['name', [2, 1]],
  ['-name', [1, 2]],
  ['status', [1, 2]],
  ['completion', [1, 2]],
  ['-tasks', [1, 2]],
  ['-updated_at', [2, 1]],
] as const)('projects sorted by %s', (sort, ids) => {
  expect(selectProjects([portal, mobile], { sort }).map((project) => project.id)).toEqual(ids)
})

test('equal projects keep the order of their ids', () => {
  const same = [aProject({ id: 4 }), aProject({ id: 3 })]
  expect(selectProjects(same, { sort: 'name' }).map((project) => project.id)).toEqual([3, 4])
})

test('words are looked for in the name and the description, within one status', () => {
  const found = (q: string, status?: 'active') =>
    selectProjects([portal, mobile], { sort: 'name', q, ...(status && { status }) }).map(({ id }) => id)
  expect(found('MOBILE')).toEqual([2])
  expect(found('customers')).toEqual([1])
  expect(found('mobile', 'active')).toEqual([])
})
