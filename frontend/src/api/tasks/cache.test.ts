import { expect, test } from 'vitest'
import { keys } from '@/api/keys'
import { aTask } from '@/test/fixtures'
import { aQueryClient } from '@/test/render'
import { applyTask, findTask, removeTask } from './cache'
import type { TaskList } from './queries'

function aCacheWith(...tasks: ReturnType<typeof aTask>[]) {
  const client = aQueryClient()
  client.setQueryData<TaskList>(keys.tasks.ofProject(5), { tasks })
  client.setQueryData<TaskList>(keys.tasks.page({ q: 'login' }), { tasks })
  const board = () => client.getQueryData<TaskList>(keys.tasks.ofProject(5))?.tasks ?? []
  const page = () => client.getQueryData<TaskList>(keys.tasks.page({ q: 'login' }))?.tasks ?? []
  return { client, board, page }
}

test('news about a task reaches every list that shows it', () => {
  const { client, board, page } = aCacheWith(aTask())
  applyTask(client, aTask({ status: 'done', version: 2 }))
  expect(board()[0]?.status).toBe('done')
  expect(page()[0]?.status).toBe('done')
})

test('news reaches the task’s own page and keeps what it does not mention', () => {
  const client = aQueryClient()
  client.setQueryData(keys.tasks.detail(1), { ...aTask(), github_links: [{ id: 3 }] })
  applyTask(client, aTask({ title: 'Renamed', version: 2 }))
  expect(client.getQueryData(keys.tasks.detail(1))).toMatchObject({
    title: 'Renamed',
    github_links: [{ id: 3 }],
  })
})

test('older news does not overwrite newer', () => {
  const { client, board } = aCacheWith(aTask({ status: 'done', version: 3 }))
  applyTask(client, aTask({ status: 'todo', version: 2 }))
  expect(board()[0]?.status).toBe('done')
})

test('older news does not bring a task back to the board it has left', () => {
  const { client, board } = aCacheWith(aTask({ version: 3 }))
  applyTask(client, aTask({ project_id: 6, version: 5 }))
  applyTask(client, aTask({ version: 4 }))
  expect(board()).toEqual([])
})

test('a deletion counts though newer news was heard first, and what comes late does not undo it', () => {
  const { client, board, page } = aCacheWith(aTask({ version: 3 }))
  applyTask(client, aTask({ version: 5 }))
  removeTask(client, 1)
  applyTask(client, aTask({ version: 4 }))
  applyTask(client, aTask({ version: 6 }))
  expect(board()).toEqual([])
  expect(page()).toEqual([])
})

test('a new task joins its project’s board but no filtered page', () => {
  const { client, board, page } = aCacheWith(aTask())
  applyTask(client, aTask({ id: 2 }))
  expect(board().map((task) => task.id)).toEqual([1, 2])
  expect(page().map((task) => task.id)).toEqual([1])
})

test('a task that moves to another project leaves the board', () => {
  const { client, board } = aCacheWith(aTask())
  applyTask(client, aTask({ project_id: 6, version: 2 }))
  expect(board()).toEqual([])
})

test('a task that nobody shows changes nothing', () => {
  const { client, board } = aCacheWith(aTask())
  const before = board()
  applyTask(client, { id: 99, status: 'done' })
  expect(board()).toBe(before)
})

test('a deleted task leaves every list', () => {
  const { client, board, page } = aCacheWith(aTask(), aTask({ id: 2 }))
  removeTask(client, 1)
  expect(board().map((task) => task.id)).toEqual([2])
  expect(page().map((task) => task.id)).toEqual([2])
})

test('of several copies the newest is found', () => {
  const { client } = aCacheWith(aTask({ version: 2 }))
  client.setQueryData(keys.tasks.detail(1), aTask({ version: 5 }))
  expect(findTask(client, 1)?.version).toBe(5)
  expect(findTask(client, 77)).toBeUndefined()
})
