import { queryOptions } from '@tanstack/react-query'
import { api } from './client'
import { keys } from './keys'
import type { Role, UserFull } from './types'

/** Everybody, or everybody with one role. Names for pickers and mentions come from here. */
export function usersQuery(role?: Role) {
  return queryOptions({
    queryKey: keys.users.list(role),
    queryFn: async ({ signal }) =>
      (await api.get<{ users: UserFull[] }>('/users', { query: { role }, signal })).users,
    staleTime: 5 * 60_000,
  })
}
