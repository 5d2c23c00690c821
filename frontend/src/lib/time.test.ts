import { expect, test } from 'vitest'
import { deadlineState, formatDeadline, formatRelative, fromDateInput, toDateInput } from './time'

const NOW = new Date('2026-05-07T12:00:00Z')

test.each([
  ['2026-05-07T11:59:40Z', 'just now'],
  ['2026-05-07T11:55:00Z', '5 minutes ago'],
  ['2026-05-07T09:00:00Z', '3 hours ago'],
  ['2026-05-06T12:00:00Z', 'yesterday'],
  ['2026-05-10T12:00:00Z', 'in 3 days'],
])('%s reads "%s"', (at, text) => {
  expect(formatRelative(at, NOW)).toBe(text)
})

test('beyond a week the date says more', () => {
  expect(formatRelative('2026-03-01T12:00:00Z', NOW)).toMatch(/Mar/)
  expect(formatRelative('2025-03-01T12:00:00Z', NOW)).toMatch(/2025/)
})

test('a chosen day survives the way to the server and back', () => {
  const sent = fromDateInput('2026-05-20')
  expect(sent).toBe('2026-05-20T23:59:59.000Z')
  expect(toDateInput(sent)).toBe('2026-05-20')
  expect(fromDateInput('')).toBeNull()
  expect(toDateInput(null)).toBe('')
})

test('a whole-day deadline names the same day for everybody', () => {
  expect(formatDeadline('2026-05-20T00:00:00Z', NOW)).toBe(formatDeadline('2026-05-20T23:59:59.000Z', NOW))
  expect(formatDeadline('2026-05-20T23:59:59Z', NOW)).toMatch(/20/)
})

test('a deadline with a time of day shows it', () => {
  expect(formatDeadline('2026-05-20T09:30:00Z', NOW)).toMatch(/30/)
})

test.each([
  [null, 'todo', 'none'],
  ['2026-05-01T00:00:00Z', 'todo', 'overdue'],
  ['2026-05-01T00:00:00Z', 'done', 'none'],
  ['2026-05-01T00:00:00Z', 'completed', 'none'],
  ['2026-05-01T00:00:00Z', 'review', 'later'],
  ['2026-05-09T00:00:00Z', 'todo', 'soon'],
  ['2026-05-07T00:00:00Z', 'review', 'soon'],
  ['2026-06-09T00:00:00Z', 'todo', 'later'],
])('a deadline of %s on a task in %s is %s', (deadline, status, state) => {
  expect(deadlineState(deadline, status, NOW)).toBe(state)
})
