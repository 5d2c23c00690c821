import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '@/api/client'
import { broadcastSession } from '@/api/session-signal'
import { clearToasts } from '@/lib/toast'
import { sessionQuery } from '@/session/session'

export interface Registration {
  name: string
  email: string
  password: string
}

/** Registers; the answer also signs in. */
export function useRegister() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (registration: Registration) => {
      await api.post('/auth/register', registration)
      client.clear()
      // They are about the work of whoever was here before.
      clearToasts()
      return client.fetchQuery(sessionQuery())
    },
    onSuccess: () => broadcastSession('signed-in'),
  })
}
