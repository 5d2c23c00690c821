import type { QueryClient } from '@tanstack/react-query'
import { notFound, redirect, type ParsedLocation } from '@tanstack/react-router'
import { homePath } from '@/session/permissions'
import { mayBeSignedIn, sessionQuery, type Session } from '@/session/session'

/** Marks a page that is there, but not for this person; the not-found page then says so. */
export const FORBIDDEN = 'forbidden'

function currentSession(queryClient: QueryClient): Promise<Session | null> {
  const query = sessionQuery()
  const known = queryClient.getQueryData(query.queryKey)
  return queryClient.fetchQuery({ ...query, staleTime: known ? Infinity : 0 })
}

interface GuardInput {
  context: { queryClient: QueryClient }
  location: ParsedLocation
}

/** Lets signed-in people in; others sign in first and then come back. */
export async function requireSession({ context, location }: GuardInput): Promise<{ session: Session }> {
  const session = await currentSession(context.queryClient)
  if (!session) throw redirect({ to: '/login', search: { redirect: location.href } })
  return { session }
}

/** Signed-in people have no use for the front door. Strangers are not made to wait for the server's word on it. */
export async function requireNoSession({ context }: Pick<GuardInput, 'context'>): Promise<void> {
  if (!mayBeSignedIn()) return
  const session = await currentSession(context.queryClient)
  if (session) throw redirect({ to: homePath(session) })
}

/** For pages that only some roles have. */
export function requires(isAllowed: (session: Session) => boolean) {
  return ({ context }: { context: { session: Session } }) => {
    if (!isAllowed(context.session)) throw notFound({ data: FORBIDDEN })
  }
}
