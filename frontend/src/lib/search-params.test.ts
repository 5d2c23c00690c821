import { expect, test } from 'vitest'
import { choice, flag, id, ids, oneOf, page, searchParams, someOf, text, textOr } from './search-params'

const { parse } = searchParams({
  q: text,
  page,
  sort: textOr('name'),
  tab: choice('board', 'list'),
  status: oneOf(['open', 'closed']),
  priority: someOf(['low', 'high']),
  assignee: ids,
  project: id,
  overdue: flag,
})
const defaults = { page: 1, sort: 'name', tab: 'board' }

test('what an address leaves out has its default or is not there', () => {
  expect(parse({})).toEqual(defaults)
  expect(parse(undefined)).toEqual(defaults)
})

test('what makes sense is kept', () => {
  const search = {
    q: 'login',
    page: 3,
    sort: '-name',
    tab: 'list',
    status: 'closed',
    priority: ['high', 'low'],
    assignee: [0, 7],
    project: 5,
    overdue: true,
  }
  expect(parse(search)).toEqual(search)
})

test('digits are a text where a text is meant', () => {
  expect(parse({ q: 404 })).toEqual({ ...defaults, q: '404' })
})

test.each([
  { q: ['a'] },
  { page: 0 },
  { page: 1.5 },
  { page: '2' },
  { sort: 3 },
  { tab: 'nowhere' },
  { status: 'lost' },
  { priority: ['high', 'lost'] },
  { priority: 'high' },
  { assignee: [-1] },
  { assignee: [1e21] },
  { project: '5' },
  { overdue: 'yes' },
])('%j is dropped', (search) => {
  expect(parse(search)).toEqual(defaults)
})

test('what a page does not know is not passed on', () => {
  expect(parse({ unknown: 1 })).toEqual(defaults)
})
