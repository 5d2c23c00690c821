import { CornerDownRight, Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { Comment } from '@/api/types'
import { DraftOffer } from '@/components/domain/draft-offer'
import { TimeAgo } from '@/components/domain/time-ago'
import { WrittenText } from '@/components/domain/written-text'
import { ConfirmDialog } from '@/components/ui/alert-dialog'
import { Avatar } from '@/components/ui/avatar'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { useFocusReturn } from '@/lib/use-focus-return'
import { canChangeComment } from '@/session/permissions'
import { useSession } from '@/session/session'
import { useDeleteComment } from '../api/comments'
import { places } from '../hooks/use-comment-draft'
import { useKeptFocus } from '../hooks/use-kept-focus'
import { EditComment } from './edit-comment'

interface CommentItemProps {
  comment: Comment
  /** The comment that started the talk. */
  root: Comment
  /** Deleted, but somebody here still writes at it. */
  gone: boolean
  /** Whether an answer to it is being written. */
  replying: boolean
  /** Left out for those who may not write. */
  onReply?: (() => void) | undefined
}

export function CommentItem({ comment, root, gone, replying, onReply }: CommentItemProps) {
  const session = useSession()
  const [editing, setEditing] = useState(false)
  const [deleting, setDeleting] = useState(false)
  const remove = useDeleteComment(comment.task_id)
  const editButton = useFocusReturn<HTMLButtonElement>(editing)
  const replyButton = useFocusReturn<HTMLButtonElement>(replying)
  const { frame, leaving } = useKeptFocus<HTMLElement>(comment.task_id)
  const changeable = !gone && canChangeComment(session, comment)
  const { author_name: author, user_id: userId, created_at: createdAt, updated_at: updatedAt } = comment

  return (
    <article ref={frame} aria-label={`Comment by ${author}`} className="flex gap-3">
      <Avatar name={author} id={userId} />
      <div className="min-w-0 flex-1">
        <header className="flex min-h-7 flex-wrap items-center gap-x-2">
          <span className="font-medium">{author}</span>
          <TimeAgo at={createdAt} className="text-sm text-muted" />
          {gone ? (
            <span className="text-sm text-danger">(deleted)</span>
          ) : (
            updatedAt && <span className="text-sm text-muted">(edited)</span>
          )}
          {changeable && !editing && (
            <span className="ml-auto flex">
              <IconButton
                ref={editButton}
                label="Edit comment"
                size="icon-sm"
                onClick={() => setEditing(true)}
              >
                <Pencil aria-hidden />
              </IconButton>
              <IconButton label="Delete comment" size="icon-sm" onClick={() => setDeleting(true)}>
                <Trash2 aria-hidden />
              </IconButton>
            </span>
          )}
        </header>
        {editing ? (
          <EditComment comment={comment} root={root} gone={gone} onDone={() => setEditing(false)} />
        ) : (
          <WrittenText text={comment.content} />
        )}
        {changeable && !editing && (
          <DraftOffer place={places.edit(comment.task_id, comment.id)} onContinue={() => setEditing(true)}>
            You have begun to edit this comment.
          </DraftOffer>
        )}
        {onReply && !replying && (
          <DraftOffer place={places.reply(comment.task_id, comment.id)} onContinue={onReply}>
            You have begun a reply.
          </DraftOffer>
        )}
        {onReply && !editing && !gone && (
          <Button ref={replyButton} variant="ghost" size="sm" className="-ml-2" onClick={onReply}>
            <CornerDownRight aria-hidden />
            Reply <span className="sr-only">to {author}</span>
          </Button>
        )}
      </div>
      <ConfirmDialog
        open={deleting}
        onOpenChange={setDeleting}
        title="Delete this comment?"
        description="Replies to it stay. This cannot be undone."
        confirmLabel="Delete comment"
        onConfirm={() => {
          setDeleting(false)
          leaving()
          remove.mutate(comment.id)
        }}
      />
    </article>
  )
}
