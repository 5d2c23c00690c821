import { KeyboardCode } from '@dnd-kit/core'
import { expect, test } from 'vitest'
import { aTask } from '@/test/fixtures'
import { boardAnnouncements } from './announcements'
import { toColumns } from './columns'
import { neighbour } from './hooks/use-board-keys'
import { toNextColumn } from './keyboard'

test('a column shows the most pressing tasks first', () => {
  const { todo, done } = toColumns([
    aTask({ id: 1, priority: 'low' }),
    aTask({ id: 2, priority: 'urgent' }),
    aTask({ id: 3, priority: 'low', deadline: '2026-01-02T00:00:00Z' }),
    aTask({ id: 4, priority: 'low', deadline: '2026-01-01T00:00:00Z' }),
    aTask({ id: 5, status: 'completed' }),
  ])
  expect(todo.map((task) => task.id)).toEqual([2, 4, 3, 1])
  expect(done.map((task) => task.id)).toEqual([5])
})

test('arrow keys go to the next card, over empty columns', () => {
  const columns = toColumns([
    aTask({ id: 1, status: 'todo' }),
    aTask({ id: 2, status: 'todo' }),
    aTask({ id: 3, status: 'done' }),
  ])
  expect(neighbour(columns, 1, 'ArrowDown')).toBe(2)
  expect(neighbour(columns, 2, 'ArrowUp')).toBe(1)
  expect(neighbour(columns, 2, 'ArrowRight')).toBe(3)
  expect(neighbour(columns, 3, 'ArrowLeft')).toBe(1)
  expect(neighbour(columns, 3, 'ArrowRight')).toBeUndefined()
  expect(neighbour(columns, 1, 'a')).toBeUndefined()
  expect(neighbour(columns, 99, 'ArrowDown')).toBeUndefined()
})

function press(code: string, over: string | null) {
  const droppableRects = new Map([
    ['todo', { left: 200, top: 10 }],
    ['in_progress', { left: 400, top: 10 }],
  ])
  const event = new KeyboardEvent('keydown', { code })
  const context = {
    over: over && { id: over },
    active: { data: { current: { status: 'todo' } } },
    droppableRects,
  }
  return toNextColumn(event, { context, active: 1, currentCoordinates: { x: 0, y: 0 } } as never)
}

test('a carried card goes to the neighbouring column', () => {
  expect(press(KeyboardCode.Right, null)).toEqual({ x: 408, y: 18 })
  expect(press(KeyboardCode.Left, 'in_progress')).toEqual({ x: 208, y: 18 })
})

test('a carried card stays at the edge of the board, and for other keys', () => {
  expect(press(KeyboardCode.Left, 'backlog')).toBeUndefined()
  expect(press(KeyboardCode.Up, null)).toBeUndefined()
})

test('every step of carrying a card is said', () => {
  const say = boardAnnouncements(() => 'Fix the login')
  const active = { id: 1, data: { current: { status: 'review' } } } as never
  const over = { id: 'done' } as never
  const lifted = 'Fix the login is lifted over Review, where it was.'
  expect(say.onDragStart({ active })).toBe(lifted)
  expect(say.onDragOver({ active, over: { id: 'review' } as never })).toBe(lifted)
  expect(say.onDragOver({ active, over })).toBe('Fix the login is over Done.')
  expect(say.onDragOver({ active, over: null })).toBe('Fix the login is over no column.')
  expect(say.onDragEnd({ active, over })).toBe('Fix the login is in Done.')
  expect(say.onDragEnd({ active, over: null })).toBe('Fix the login stays where it was.')
  expect(say.onDragCancel({ active, over })).toBe('Fix the login is back where it was.')
})
