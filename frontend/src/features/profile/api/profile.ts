import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '@/api/client'
import { keys } from '@/api/keys'

export interface ProfileChanges {
  name?: string
  email?: string
  current_password?: string
  new_password?: string
}

/** Changes the caller's own account. What is left out stays as it is. */
export function useUpdateProfile() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (changes: ProfileChanges) => api.put('/profile', changes),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: keys.session }),
        client.invalidateQueries({ queryKey: keys.users.all }),
        client.invalidateQueries({ queryKey: keys.deviceSessions }),
      ]),
  })
}
