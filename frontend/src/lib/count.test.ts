import { expect, test } from 'vitest'
import { counted } from './count'

test('one of something is not many of it', () => {
  expect(counted(1, 'task')).toBe('1 task')
  expect(counted(0, 'task')).toBe('0 tasks')
  expect(counted(1, 'entry', 'entries')).toBe('1 entry')
  expect(counted(2000, 'entry', 'entries')).toBe('2,000 entries')
})
