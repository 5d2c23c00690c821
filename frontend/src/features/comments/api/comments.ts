import { queryOptions, useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { api } from '@/api/client'
import { ApiError } from '@/api/errors'
import { keys } from '@/api/keys'
import type { Comment } from '@/api/types'

/** Comments of a task, oldest first. */
export function commentsQuery(taskId: number) {
  return queryOptions({
    queryKey: keys.tasks.comments(taskId),
    queryFn: async ({ signal }) =>
      (await api.get<{ comments: Comment[] }>(`/tasks/${taskId}/comments`, { signal })).comments,
  })
}

function setComments(client: QueryClient, taskId: number, change: (comments: Comment[]) => Comment[]) {
  client.setQueryData<Comment[]>(keys.tasks.comments(taskId), (known) => known && change(known))
}

/** The live event of the same comment may have come first. */
function withComment(comments: Comment[], comment: Comment): Comment[] {
  const index = comments.findIndex((each) => each.id === comment.id)
  return index < 0 ? [...comments, comment] : comments.with(index, { ...comments[index], ...comment })
}

export interface CommentInput {
  content: string
  mentioned_user_ids: number[]
  parent_id?: number | undefined
}

export function useAddComment(taskId: number) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (input: CommentInput) =>
      (await api.post<{ comment: Comment }>(`/tasks/${taskId}/comments`, input)).comment,
    onSuccess: (comment) => setComments(client, taskId, (comments) => withComment(comments, comment)),
  })
}

interface CommentEdit {
  id: number
  content: string
  mentioned_user_ids: number[]
  version: number
}

export function useEditComment(taskId: number) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async ({ id, ...body }: CommentEdit) =>
      (await api.put<{ comment: Comment }>(`/comments/${id}`, body)).comment,
    onSuccess: (comment) => setComments(client, taskId, (comments) => withComment(comments, comment)),
    // It may be gone without our having heard of it.
    onError: (error) =>
      error instanceof ApiError && error.status === 404
        ? client.invalidateQueries({ queryKey: keys.tasks.comments(taskId) })
        : undefined,
  })
}

function without(comments: Comment[], id: number): Comment[] {
  return comments
    .filter((comment) => comment.id !== id)
    .map((comment) => (comment.parent_id === id ? { ...comment, parent_id: null } : comment))
}

/** Takes the comment away at once; it comes back with the reason when that is refused. */
export function useDeleteComment(taskId: number) {
  const client = useQueryClient()
  const key = keys.tasks.comments(taskId)
  return useMutation({
    meta: { failure: 'The comment is still there' },
    mutationFn: (id: number) => api.delete(`/comments/${id}`),
    onMutate: async (id) => {
      await client.cancelQueries({ queryKey: key })
      setComments(client, taskId, (comments) => without(comments, id))
    },
    onError: () => client.invalidateQueries({ queryKey: key }),
  })
}
