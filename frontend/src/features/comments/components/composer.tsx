import { Avatar } from '@/components/ui/avatar'
import { useSession } from '@/session/session'
import { useAddComment } from '../api/comments'
import { CommentForm, type Written } from './comment-form'

interface ComposerProps {
  taskId: number
  parentId?: number
  onDone?: () => void
  /** What is different from usual about what is written here. */
  notice?: string | undefined
}

/** Writes a comment or, with a way to be done, a reply. While it is on its way it shows below. */
export function Composer({ taskId, parentId, onDone, notice }: ComposerProps) {
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
