import { createContext, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import type { Comment } from '@/api/types'
import { withHeld } from '../threads'

type Hold = (comments: readonly Comment[]) => () => void

export const HoldContext = createContext<Hold>(() => () => {})

/**
 * Keeps a comment on screen, in its thread, as long as this is: somebody writes at it, whoever deletes it, the one
 * that started the talk, or any in between.
 */
export function useHold(root: Comment, comment: Comment) {
  const hold = useContext(HoldContext)
  const [opened] = useState(() =>
    root.id === comment.id ? [root] : [root, { ...comment, parent_id: root.id }],
  )
  useEffect(() => hold(opened), [hold, opened])
}

/** The comments there are and those held, which of them are gone, and the way to hold more. */
export function useHeldComments(known: readonly Comment[]) {
  const [holds, setHolds] = useState<readonly (readonly Comment[])[]>([])
  const hold = useCallback<Hold>((comments) => {
    setHolds((old) => [...old, comments])
    return () => setHolds((old) => old.filter((each) => each !== comments))
  }, [])
  const shown = useMemo(() => withHeld(known, holds.flat()), [known, holds])
  const isGone = useCallback((id: number) => !known.some((comment) => comment.id === id), [known])
  return { shown, isGone, hold }
}
