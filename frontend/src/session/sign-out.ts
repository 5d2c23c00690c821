import { useMutation } from '@tanstack/react-query'
import { api } from '@/api/client'
import { ApiError } from '@/api/errors'
import { broadcastSession, setLeaving } from '@/api/session-signal'
import { forgetDrafts } from '@/lib/drafts'
import { forgetSession } from './session'

/** Ends the session here and in the other tabs. A session that is over already counts as signed out. */
export function useSignOut() {
  return useMutation({
    meta: { failure: 'You are still signed in' },
    onMutate: () => setLeaving(true),
    onError: () => setLeaving(false),
    mutationFn: async () => {
      try {
        await api.post('/auth/logout')
      } catch (error) {
        if (!(error instanceof ApiError && error.status === 401)) throw error
      }
    },
    onSuccess: () => {
      forgetSession()
      forgetDrafts()
      broadcastSession('signed-out')
    },
  })
}
