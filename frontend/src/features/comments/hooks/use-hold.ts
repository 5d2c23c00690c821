import { createContext, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import type { Comment } from '@/api/types'
import { withHeld } from '../threads'

type Hold = (comments: readonly Comment[]) => () => void

export const HoldContext = createContext<Hold>(() => () => {})

/** Keeps comments on screen, where they are, as long as this is: somebody writes at them, whoever deletes them. */
export function useHold(comments: readonly Comment[]) {
  const hold = useContext(HoldContext)
  const [opened] = useState(comments)
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
