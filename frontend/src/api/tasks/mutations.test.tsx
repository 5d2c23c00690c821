import { renderHook, waitFor } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import { keys } from '@/api/keys'
import type { TaskItem } from '@/api/types'
import { aTask } from '@/test/fixtures'
import { aQueryClient, Providers } from '@/test/render'
import { answer, server } from '@/test/server'
import { useBulkUpdateTasks, useCreateTask, useDeleteTask, useUpdateTask } from './mutations'
import type { TaskList } from './queries'

function onABoard<T>(hook: () => T, ...tasks: TaskItem[]) {
  const client = aQueryClient()
  client.setQueryData<TaskList>(keys.tasks.ofProject(5), { tasks })
  const { result } = renderHook(hook, {
    wrapper: ({ children }) => <Providers client={client}>{children}</Providers>,
  })
  const board = () => client.getQueryData<TaskList>(keys.tasks.ofProject(5))?.tasks ?? []
  return { result, board }
}

test('a change shows at once and is confirmed by the answer', async () => {
  answer('put', '/tasks/1', { task: aTask({ status: 'done', version: 2 }) })
  const { result, board } = onABoard(() => useUpdateTask(), aTask())
  result.current.mutate({ id: 1, changes: { status: 'done' } })
  await waitFor(() => expect(board()[0]).toMatchObject({ status: 'done', version: 1 }))
  await waitFor(() => expect(board()[0]).toMatchObject({ status: 'done', version: 2 }))
})

test('a refused change goes back', async () => {
  answer('put', '/tasks/1', { message: 'You can only update tasks assigned to you' }, 403)
  const { result, board } = onABoard(() => useUpdateTask(), aTask())
  result.current.mutate({ id: 1, changes: { status: 'done' } })
  await waitFor(() => expect(result.current.isError).toBe(true))
  expect(board()[0]?.status).toBe('todo')
})

test('a conflict shows what the other person saved', async () => {
  answer('put', '/tasks/1', { message: 'Changed', task: aTask({ status: 'review', version: 4 }) }, 409)
  const { result, board } = onABoard(() => useUpdateTask(), aTask())
  result.current.mutate({ id: 1, changes: { status: 'done' } })
  await waitFor(() => expect(result.current.isError).toBe(true))
  expect(board()[0]).toMatchObject({ status: 'review', version: 4 })
})

test('a quick second change builds on the version the first one made', async () => {
  const versions: unknown[] = []
  server.use(
    http.put('*/api/v1/tasks/1', async ({ request }) => {
      const { version, ...changes } = (await request.json()) as Partial<TaskItem>
      versions.push(version)
      return HttpResponse.json({ task: aTask({ ...changes, version: (version ?? 0) + 1 }) })
    }),
  )
  const { result } = onABoard(() => useUpdateTask(), aTask())
  await Promise.all([
    result.current.mutateAsync({ id: 1, changes: { status: 'done' } }),
    result.current.mutateAsync({ id: 1, changes: { priority: 'high' } }),
  ])
  expect(versions).toEqual([1, 2])
})

test('a form’s change is sent with the version the form was opened with', async () => {
  let sent: unknown
  server.use(
    http.put('*/api/v1/tasks/1', async ({ request }) => {
      sent = await request.json()
      return HttpResponse.json({ task: aTask({ version: 9 }) })
    }),
  )
  const { result } = onABoard(() => useUpdateTask(), aTask({ version: 8 }))
  await result.current.mutateAsync({ id: 1, changes: { title: 'Mine' }, version: 3 })
  expect(sent).toEqual({ title: 'Mine', version: 3 })
})

test('a created task appears on its board', async () => {
  answer('post', '/tasks', { task: aTask({ id: 2 }) }, 201)
  const { result, board } = onABoard(() => useCreateTask(), aTask())
  await result.current.mutateAsync({ title: 'New', description: null, status: 'todo', project_id: 5 })
  expect(board().map((task) => task.id)).toEqual([1, 2])
})

test('a deleted task leaves its board', async () => {
  answer('delete', '/tasks/1', { message: 'Task deleted successfully' })
  const { result, board } = onABoard(() => useDeleteTask(), aTask())
  await result.current.mutateAsync(1)
  expect(board()).toEqual([])
})

test('of a bulk change only what worked shows', async () => {
  answer('patch', '/tasks/bulk', {
    results: [
      { id: 1, status: 200, message: 'ok', task: aTask({ priority: 'urgent', version: 2 }) },
      { id: 2, status: 403, message: 'You can only update tasks assigned to you' },
    ],
  })
  const { result, board } = onABoard(() => useBulkUpdateTasks(), aTask(), aTask({ id: 2 }))
  await result.current.mutateAsync({ ids: [1, 2], priority: 'urgent' })
  expect(board().map((task) => task.priority)).toEqual(['urgent', 'medium'])
})
