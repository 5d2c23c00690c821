import { useState } from 'react'
import type { Comment } from '@/api/types'
import { UnsentTexts } from '@/components/domain/unsent-texts'
import { places } from '../hooks/use-comment-draft'
import { HoldContext, useHeldComments, useHold } from '../hooks/use-hold'
import { toThreads, type Thread } from '../threads'
import { CommentItem } from './comment-item'
import { Composer } from './composer'

interface ReplyProps {
  root: Comment
  to: Comment
  gone: boolean
  onDone: () => void
}

function Reply({ root, to, gone, onDone }: ReplyProps) {
  useHold(root, to)
  return (
    <div className="ml-3.5 pl-4 sm:ml-10">
      <Composer
        taskId={to.task_id}
        answers={{ comment: to, gone }}
        onDone={onDone}
        notice={
          gone ? 'What you answer was deleted. Your text will stand as a comment of its own.' : undefined
        }
      />
    </div>
  )
}

interface ThreadProps {
  thread: Thread
  isGone: (id: number) => boolean
  writable: boolean
}

function CommentThread({ thread, isGone, writable }: ThreadProps) {
  const [replyTo, setReplyTo] = useState<Comment | null>(null)
  const { comment: root, replies } = thread
  const item = (comment: Comment) => (
    <CommentItem
      comment={comment}
      root={root}
      gone={isGone(comment.id)}
      replying={replyTo?.id === comment.id}
      onReply={writable ? () => setReplyTo(comment) : undefined}
    />
  )
  return (
    <li className="grid gap-3">
      {item(root)}
      {replies.length > 0 && (
        <ul
          className="ml-3.5 grid gap-3 border-l pl-4 sm:ml-10"
          aria-label={`Replies to ${root.author_name}`}
        >
          {replies.map((reply) => (
            <li key={reply.id}>{item(reply)}</li>
          ))}
        </ul>
      )}
      {replyTo && (
        <Reply
          key={replyTo.id}
          root={root}
          to={replyTo}
          gone={isGone(replyTo.id)}
          onDone={() => setReplyTo(null)}
        />
      )}
    </li>
  )
}

interface CommentListProps {
  taskId: number
  comments: readonly Comment[]
  writable: boolean
}

export function CommentList({ taskId, comments, writable }: CommentListProps) {
  const { shown, isGone, hold } = useHeldComments(comments)
  const isLost = (place: string) => !shown.some(({ id }) => id === Number.parseInt(place, 10))
  return (
    <HoldContext value={hold}>
      {shown.length === 0 && (
        <p className="text-muted">
          {writable ? 'No comments yet. Say what others should know.' : 'No comments yet.'}
        </p>
      )}
      <ul className="grid gap-5 empty:hidden">
        {toThreads(shown).map((thread) => (
          <CommentThread key={thread.comment.id} thread={thread} isGone={isGone} writable={writable} />
        ))}
      </ul>
      <UnsentTexts places={places.comments(taskId)} isLost={isLost} />
    </HoldContext>
  )
}
