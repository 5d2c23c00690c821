import { queryOptions, useQuery } from '@tanstack/react-query'
import { api } from '@/api/client'
import { ApiError } from '@/api/errors'
import { keys } from '@/api/keys'
import { readStored, writeStored } from '@/lib/stored'
import type { Permission, Permissions, Role, UserFull } from '@/api/types'

/** Who is signed in and what the server lets them do. */
export interface Session {
  user: UserFull
  role: Role
  permissions: Permission[]
}

/** Remembers only that somebody was signed in here, to spare strangers a request. */
const HINT = 'signed-in'

export function mayBeSignedIn(): boolean {
  return readStored(HINT) !== null
}

/** From here on the sign-in page opens without asking the server who is there. */
export function forgetSession() {
  writeStored(HINT, null)
}

async function fetchSession(signal: AbortSignal): Promise<Session | null> {
  try {
    const [{ user }, { role, permissions }] = await Promise.all([
      api.get<{ user: UserFull }>('/auth/me', { signal }),
      api.get<Permissions>('/auth/permissions', { signal }),
    ])
    writeStored(HINT, 'yes')
    return { user, role, permissions }
  } catch (error) {
    if (!(error instanceof ApiError && error.status === 401)) throw error
    forgetSession()
    return null
  }
}

/** Null when nobody is signed in. */
export function sessionQuery() {
  return queryOptions({
    queryKey: keys.session,
    queryFn: ({ signal }) => fetchSession(signal),
    staleTime: Infinity,
    gcTime: Infinity,
  })
}

/** The session on a page behind the sign-in guard, where there always is one. */
export function useSession(): Session {
  const { data } = useQuery(sessionQuery())
  if (!data) throw new Error('useSession needs a signed-in page')
  return data
}
