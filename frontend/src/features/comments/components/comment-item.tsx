import { CornerDownRight, Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { ConflictError } from '@/api/errors'
import type { Comment } from '@/api/types'
import { ConflictDialog } from '@/components/domain/conflict-dialog'
import { TimeAgo } from '@/components/domain/time-ago'
import { WrittenText } from '@/components/domain/written-text'
import { ConfirmDialog } from '@/components/ui/alert-dialog'
import { Avatar } from '@/components/ui/avatar'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { canChangeComment } from '@/session/permissions'
import { useSession } from '@/session/session'
import { useDeleteComment, useEditComment } from '../api/comments'
import { CommentForm, type Written } from './comment-form'

interface Conflict {
  written: Written
  fresh: Comment
}

function EditForm({ comment, onDone }: { comment: Comment; onDone: () => void }) {
  const [opened] = useState(comment)
  const [conflict, setConflict] = useState<Conflict | null>(null)
  const edit = useEditComment(comment.task_id)

  async function save(written: Written, version: number): Promise<boolean> {
    try {
      await edit.mutateAsync({ id: comment.id, version, ...written })
      onDone()
      return true
    } catch (error) {
      if (error instanceof ConflictError) setConflict({ written, fresh: error.fresh as Comment })
      return false
    }
  }

  const fields = conflict && [
    { label: 'Comment', mine: conflict.written.content, theirs: conflict.fresh.content },
  ]
  return (
    <>
      <CommentForm
        label="Edit the comment"
        submitLabel="Save"
        initial={opened.content}
        takesFocus
        pending={edit.isPending}
        error={edit.error instanceof ConflictError ? null : edit.error}
        onSubmit={(written) => save(written, opened.version)}
        onCancel={onDone}
      />
      <ConflictDialog
        fields={fields}
        pending={edit.isPending}
        onKeepMine={() => conflict && void save(conflict.written, conflict.fresh.version)}
        onTakeTheirs={onDone}
        onClose={() => setConflict(null)}
      />
    </>
  )
}

interface CommentItemProps {
  comment: Comment
  /** Left out for those who may not write. */
  onReply?: (() => void) | undefined
}

export function CommentItem({ comment, onReply }: CommentItemProps) {
  const session = useSession()
  const [editing, setEditing] = useState(false)
  const [deleting, setDeleting] = useState(false)
  const remove = useDeleteComment(comment.task_id)
  const changeable = canChangeComment(session, comment)
  const { author_name: author, user_id: userId, created_at: createdAt, updated_at: updatedAt } = comment

  return (
    <article aria-label={`Comment by ${author}`} className="flex gap-3">
      <Avatar name={author} id={userId} />
      <div className="min-w-0 flex-1">
        <header className="flex min-h-7 flex-wrap items-center gap-x-2">
          <span className="font-medium">{author}</span>
          <TimeAgo at={createdAt} className="text-sm text-muted" />
          {updatedAt && <span className="text-sm text-muted">(edited)</span>}
          {changeable && !editing && (
            <span className="ml-auto flex">
              <IconButton label="Edit comment" size="icon-sm" onClick={() => setEditing(true)}>
                <Pencil aria-hidden />
              </IconButton>
              <IconButton label="Delete comment" size="icon-sm" onClick={() => setDeleting(true)}>
                <Trash2 aria-hidden />
              </IconButton>
            </span>
          )}
        </header>
        {editing ? (
          <EditForm comment={comment} onDone={() => setEditing(false)} />
        ) : (
          <WrittenText text={comment.content} />
        )}
        {onReply && !editing && (
          <Button variant="ghost" size="sm" className="-ml-2" onClick={onReply}>
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
          remove.mutate(comment.id)
        }}
      />
    </article>
  )
}
