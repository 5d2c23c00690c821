import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Avatar } from '@/components/ui/avatar'
import { QueryView } from '@/components/ui/query-view'
import { can } from '@/session/permissions'
import { useSession } from '@/session/session'
import { commentsQuery, useAddComment } from '../api/comments'
import { toThreads, type Thread } from '../threads'
import { CommentForm, type Written } from './comment-form'
import { CommentItem } from './comment-item'

interface ComposerProps {
  taskId: number
  parentId?: number
  onDone?: () => void
}

/** Writes a comment or, with a parent, a reply. While it is on its way it shows below. */
function Composer({ taskId, parentId, onDone }: ComposerProps) {
  const { user } = useSession()
  const add = useAddComment(taskId)

  async function submit(written: Written): Promise<boolean> {
    try {
      await add.mutateAsync({ ...written, parent_id: parentId })
      onDone?.()
      return true
    } catch {
      // The form shows `add.error`.
      return false
    }
  }

  return (
    <>
      {add.isPending && !onDone && (
        <div className="flex gap-3 opacity-60" aria-hidden>
          <Avatar name={user.name} id={user.id} />
          <p className="min-w-0 flex-1 break-words whitespace-pre-wrap">{add.variables.content}</p>
        </div>
      )}
      <CommentForm
        label={parentId === undefined ? 'Write a comment' : 'Write a reply'}
        submitLabel={parentId === undefined ? 'Comment' : 'Reply'}
        takesFocus={parentId !== undefined}
        pending={add.isPending}
        error={add.error}
        onSubmit={submit}
        {...(onDone && { onCancel: onDone })}
      />
    </>
  )
}

interface ThreadProps {
  thread: Thread
  taskId: number
  writable: boolean
}

function CommentThread({ thread, taskId, writable }: ThreadProps) {
  const [replyTo, setReplyTo] = useState<number | null>(null)
  const { comment, replies } = thread
  const answer = (id: number) => (writable ? () => setReplyTo(id) : undefined)
  return (
    <li className="grid gap-3">
      <CommentItem comment={comment} onReply={answer(comment.id)} />
      {replies.length > 0 && (
        <ul
          className="ml-3.5 grid gap-3 border-l pl-4 sm:ml-10"
          aria-label={`Replies to ${comment.author_name}`}
        >
          {replies.map((reply) => (
            <li key={reply.id}>
              <CommentItem comment={reply} onReply={answer(reply.id)} />
            </li>
          ))}
        </ul>
      )}
      {replyTo !== null && (
        <div className="ml-3.5 pl-4 sm:ml-10">
          <Composer taskId={taskId} parentId={replyTo} onDone={() => setReplyTo(null)} />
        </div>
      )}
    </li>
  )
}

/** What people say about a task, with a place to join in. */
export function Comments({ taskId }: { taskId: number }) {
  const query = useQuery(commentsQuery(taskId))
  const writable = can(useSession(), 'can_comment_on_tasks')
  return (
    <div className="grid gap-5">
      <QueryView query={query} failure="The comments could not be loaded">
        {(comments) =>
          comments.length === 0 ? (
            <p className="text-muted">No comments yet. Say what others should know.</p>
          ) : (
            <ul className="grid gap-5">
              {toThreads(comments).map((thread) => (
                <CommentThread key={thread.comment.id} thread={thread} taskId={taskId} writable={writable} />
              ))}
            </ul>
          )
        }
      </QueryView>
      {writable && <Composer taskId={taskId} />}
    </div>
  )
}
