import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '@/api/client'
import { ApiError } from '@/api/errors'
import { keys } from '@/api/keys'
import { broadcastSession } from '@/api/session-signal'

/** Ends the session here and in the other tabs. A session that is over already counts as signed out. */
export function useSignOut() {
  const client = useQueryClient()
  return useMutation({
    meta: { failure: 'You are still signed in' },
    mutationFn: async () => {
      try {
        await api.post('/auth/logout')
      } catch (error) {
        if (!(error instanceof ApiError && error.status === 401)) throw error
      }
    },
    onSuccess: () => {
      client.setQueryData(keys.session, null)
      broadcastSession('signed-out')
    },
  })
}
