import type { Comment } from '@/api/types'
import { Avatar } from '@/components/ui/avatar'
import { useSession } from '@/session/session'
import { useAddComment } from '../api/comments'
import { places, useCommentDraft } from '../hooks/use-comment-draft'
import { composerId } from '../hooks/use-kept-focus'
import { CommentForm, type Written } from './comment-form'

interface ComposerProps {
  taskId: number
  /** What is answered, and whether it is still there. */
  answers?: { comment: Comment; gone: boolean }
  onDone?: () => void
  /** What is different from usual about what is written here. */
  notice?: string | undefined
}

/** Writes a comment or, with a way to be done, a reply. While it is on its way it shows below. */
export function Composer({ taskId, answers, onDone, notice }: ComposerProps) {
  const { user } = useSession()
  const answered = answers?.comment
  const draft = useCommentDraft(
    answered ? places.reply(taskId, answered.id) : places.comment(taskId),
    answered ? `Reply to ${answered.author_name}` : 'Comment',
  )
  const add = useAddComment(taskId)

  async function submit(written: Written): Promise<boolean> {
    try {
      await add.mutateAsync({
        ...written,
        parent_id: answers?.gone ? undefined : answered?.id,
      })
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
        id={answered ? undefined : composerId(taskId)}
        draft={draft}
        label={onDone ? 'Write a reply' : 'Write a comment'}
        submitLabel={onDone ? 'Reply' : 'Comment'}
        takesFocus={onDone !== undefined}
        pending={add.isPending}
        error={add.error}
        notice={notice}
        onSubmit={submit}
        {...(onDone && { onCancel: onDone })}
      />
    </>
  )
}
