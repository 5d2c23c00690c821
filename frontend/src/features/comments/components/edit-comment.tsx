import { useState } from 'react'
import { ConflictError } from '@/api/errors'
import type { Comment } from '@/api/types'
import { ConflictDialog } from '@/components/domain/conflict-dialog'
import { useAddComment, useEditComment } from '../api/comments'
import { places, useCommentDraft } from '../hooks/use-comment-draft'
import { useHold } from '../hooks/use-hold'
import { CommentForm, type Written } from './comment-form'

interface Conflict {
  written: Written
  fresh: Comment
}

interface EditCommentProps {
  comment: Comment
  root: Comment
  /** Deleted meanwhile: what was written can still be posted. */
  gone: boolean
  onDone: () => void
}

export function EditComment({ comment, root, gone, onDone }: EditCommentProps) {
  useHold(root, comment)
  const [opened] = useState(comment)
  const { task_id: taskId, id } = comment
  const draft = useCommentDraft(places.edit(taskId, id), 'Changed comment', opened.version)
  const [conflict, setConflict] = useState<Conflict | null>(null)
  const edit = useEditComment(taskId)
  const add = useAddComment(taskId)

  async function save(written: Written, version: number): Promise<boolean> {
    try {
      if (gone) await add.mutateAsync(written)
      else await edit.mutateAsync({ id, version, ...written })
      onDone()
      return true
    } catch (error) {
      if (error instanceof ConflictError) setConflict({ written, fresh: error.fresh as Comment })
      return false
    }
  }

  async function keepMine({ written, fresh }: Conflict) {
    if (await save(written, fresh.version)) draft.forget()
  }

  const error = gone ? add.error : edit.error
  const fields = conflict && [
    { label: 'Comment', mine: conflict.written.content, theirs: conflict.fresh.content },
  ]
  return (
    <>
      <CommentForm
        label="Edit the comment"
        submitLabel={gone ? 'Post as a new comment' : 'Save'}
        initial={opened.content}
        draft={draft}
        takesFocus
        pending={edit.isPending || add.isPending}
        error={error instanceof ConflictError ? null : error}
        notice={gone ? 'Somebody deleted this comment. Your text is still here.' : undefined}
        onSubmit={(written) => save(written, draft.version ?? opened.version)}
        onCancel={onDone}
      />
      <ConflictDialog
        fields={gone ? null : fields}
        pending={edit.isPending}
        onKeepMine={() => {
          if (conflict) void keepMine(conflict)
        }}
        onTakeTheirs={() => {
          draft.forget()
          onDone()
        }}
        onClose={() => setConflict(null)}
      />
    </>
  )
}
