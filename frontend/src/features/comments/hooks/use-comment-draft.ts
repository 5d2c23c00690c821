import { readDraft, type Draft } from '@/lib/drafts'
import { useDraft, usePlace } from '@/session/use-draft'
import type { Mentionable } from '../mentions'

interface CommentDraft extends Draft {
  /** Those chosen to be mentioned. */
  people: readonly Mentionable[]
  /** Of the comment, if one is edited: saving must not pass over what others made of it meanwhile. */
  version?: number | undefined
}

export const places = {
  comment: (taskId: number) => `task/${taskId}/comment`,
  /** What is written at comments begins like this, followed by the comment's id. */
  comments: (taskId: number) => `task/${taskId}/comments/`,
  edit: (taskId: number, id: number) => `task/${taskId}/comments/${id}/edit`,
  reply: (taskId: number, id: number) => `task/${taskId}/comments/${id}/reply`,
}

/** What is written of a comment, kept until it is sent or given up. */
export function useCommentDraft(place: string, label: string, version?: number) {
  const key = usePlace(place)
  const { found, keep, forget } = useDraft<CommentDraft>(place)
  return {
    found,
    version: found?.version ?? version,
    keep: (text: string, people: readonly Mentionable[]) =>
      keep({ label, text, people, version: found?.version ?? version }),
    forget,
    /** It has arrived. What was begun since is not forgotten. */
    sent: (content: string) => readDraft(key)?.text.trim() === content && forget(),
  }
}
