import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '@/api/client'
import { broadcastSession } from '@/api/session-signal'
import { clearToasts } from '@/lib/toast'
import { sessionQuery } from '@/session/session'

export interface Credentials {
  email: string
  password: string
}

/** Signs in and loads the session, so that guards see it at once. The cookie is set by the answer. */
export function useSignIn() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (credentials: Credentials) => {
      await api.post('/auth/login', credentials)
      client.clear()
      // They are about the work of whoever was here before.
      clearToasts()
      return client.fetchQuery(sessionQuery())
    },
    onSuccess: () => broadcastSession('signed-in'),
  })
}
