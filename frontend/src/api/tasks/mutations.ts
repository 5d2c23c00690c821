import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { inOrder } from '@/lib/in-order'
import { api } from '../client'
import { ConflictError } from '../errors'
import { keys } from '../keys'
import type { BulkTaskInput, BulkTaskResult, TaskInput, TaskItem } from '../types'
import { holdChange } from './outstanding'
import { applyTask, findTask, removeTask, type TaskNews } from './cache'

export interface TaskUpdate {
  id: number
  changes: Partial<TaskInput>
  /** The version a form was opened with. Left out for a quick change, which builds on what is on screen. */
  version?: number
}

function putTask(client: QueryClient, { id, changes, version }: TaskUpdate): Promise<TaskNews> {
  return inOrder(`task-${id}`, async () => {
    const body = { ...changes, version: version ?? findTask(client, id)?.version }
    const { task } = await api.put<{ task: TaskNews }>(`/tasks/${id}`, body)
    // Before the next one starts, so that it is sent with the version this one made.
    applyTask(client, task)
    return task
  })
}

/** Only what we changed and nobody has changed since goes back. */
function rollBack(
  client: QueryClient,
  id: number,
  changes: Partial<TaskInput>,
  before: TaskItem | undefined,
) {
  const now = findTask(client, id)
  if (!before || !now) return
  const fields = (Object.keys(changes) as (keyof TaskInput)[]).filter(
    (field) => now[field] === changes[field],
  )
  applyTask(client, { id, ...Object.fromEntries(fields.map((field) => [field, before[field]])) })
}

/** Saves a task, on screen at once. A refusal puts it back; a conflict shows what the other person saved. */
export function useUpdateTask(options: { failure?: string } = {}) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (update: TaskUpdate) => putTask(client, update),
    meta: { failure: options.failure },
    onMutate: ({ id, changes }) => {
      const before = findTask(client, id)
      const release = holdChange(id, changes)
      applyTask(client, { id, ...changes })
      return { before, release }
    },
    onError: (error, { id, changes }, context) => {
      context?.release()
      rollBack(client, id, changes, context?.before)
      if (error instanceof ConflictError) applyTask(client, error.fresh as TaskNews)
    },
    onSuccess: (_task, _update, { release }) => release(),
    onSettled: (_task, _error, { id }) => client.invalidateQueries({ queryKey: keys.tasks.history(id) }),
  })
}

/** Creates a task and puts it on every list of its project. */
export function useCreateTask(options: { failure?: string } = {}) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (input: TaskInput) => (await api.post<{ task: TaskItem }>('/tasks', input)).task,
    meta: { failure: options.failure },
    onSuccess: (task) => {
      applyTask(client, task)
      return client.invalidateQueries({ queryKey: keys.tasks.pages() })
    },
  })
}

export function useDeleteTask(options: { failure?: string } = {}) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: number) => api.delete<{ message: string }>(`/tasks/${id}`),
    meta: { failure: options.failure },
    onSuccess: (_answer, id) => removeTask(client, id),
  })
}

/** Changes many tasks; the answer says for each whether it worked and why not. */
export function useBulkUpdateTasks(options: { failure?: string } = {}) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (input: BulkTaskInput) =>
      (await api.patch<{ results: BulkTaskResult[] }>('/tasks/bulk', input)).results,
    meta: { failure: options.failure },
    onSuccess: (results) => {
      for (const { task } of results) if (task) applyTask(client, task)
    },
  })
}
