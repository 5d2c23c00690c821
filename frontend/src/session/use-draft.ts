import { useState } from 'react'
import { keepDraft, readDraft, useDrafts, type Draft } from '@/lib/drafts'
import { useSession } from './session'

/** The name of a place where this person writes; nobody else who signs in here is offered what is kept there. */
export function usePlace(place: string): string {
  return `${useSession().user.id}/${place}`
}

/** What this person has begun at a place and not sent, as it was when the form opened, and the ways to keep and forget. */
export function useDraft<T extends Draft>(place: string) {
  const key = usePlace(place)
  const [found] = useState(() => readDraft<T>(key))
  return {
    found,
    keep: (draft: T | undefined) => keepDraft(key, draft),
    forget: () => keepDraft(key, undefined),
  }
}

/** Whether there is something at a place that is not open, which can be offered again. */
export function useHasDraft(place: string): boolean {
  const key = usePlace(place)
  return useDrafts().has(key)
}
