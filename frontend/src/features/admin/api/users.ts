import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '@/api/client'
import { keys } from '@/api/keys'
import { usersQuery } from '@/api/users'
import type { Role, UserFull } from '@/api/types'

export interface NewUser {
  name: string
  email: string
  password: string
  role: Role
}

/** A password is only sent when it is to change. */
export interface UserChanges {
  name: string
  email: string
  password?: string
}

function useReloadUsers() {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: keys.users.all })
}

export function useCreateUser() {
  const reload = useReloadUsers()
  return useMutation({
    mutationFn: (user: NewUser) => api.post('/admin/users', user),
    onSuccess: reload,
  })
}

export function useUpdateUser(id: number) {
  const reload = useReloadUsers()
  return useMutation({
    mutationFn: (changes: UserChanges) => api.put(`/admin/users/${id}`, changes),
    onSuccess: reload,
  })
}

/** Shown at once; put back with the reason if the server refuses. */
export function useChangeRole() {
  const client = useQueryClient()
  const reload = useReloadUsers()
  const { queryKey } = usersQuery()
  return useMutation({
    meta: { failure: 'The role is as before' },
    mutationFn: ({ id, role }: { id: number; role: Role }) => api.put(`/admin/users/${id}/role`, { role }),
    onMutate: async ({ id, role }) => {
      await client.cancelQueries({ queryKey })
      const before = client.getQueryData<UserFull[]>(queryKey)
      client.setQueryData<UserFull[]>(queryKey, (known) =>
        known?.map((user) => (user.id === id ? { ...user, role } : user)),
      )
      return { before }
    },
    onError: (_error, _input, context) => client.setQueryData(queryKey, context?.before),
    onSettled: reload,
  })
}

export function useDeleteUser() {
  const reload = useReloadUsers()
  return useMutation({
    mutationFn: (id: number) => api.delete(`/admin/users/${id}`),
    onSuccess: reload,
  })
}
