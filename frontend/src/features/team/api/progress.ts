import { queryOptions } from '@tanstack/react-query'
import { api } from '@/api/client'
import { keys } from '@/api/keys'
import type { UserProgress } from '@/api/types'

/** How one person's tasks stand. Managers may ask for anybody. */
export function progressQuery(userId: number) {
  return queryOptions({
    queryKey: keys.users.progress(userId),
    queryFn: ({ signal }) => api.get<UserProgress>(`/users/${userId}/progress`, { signal }),
  })
}
