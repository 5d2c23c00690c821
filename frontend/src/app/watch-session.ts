import type { QueryClient } from '@tanstack/react-query'
import { keys } from '@/api/keys'
import { onSessionSignal } from '@/api/session-signal'
import type { Session } from '@/session/session'
import type { AppRouter } from './router'

/** Leads to the sign-in page, and from there back to where the person was. */
function askToSignIn(router: AppRouter, queryClient: QueryClient, expired: boolean) {
  const hadSession = queryClient.getQueryData<Session | null>(keys.session)
  queryClient.setQueryData(keys.session, null)
  if (!hadSession) return
  const redirect = router.state.location.href
  void router.navigate({ to: '/login', search: { redirect, ...(expired && { expired: true }) } })
}

/** Follows what happens to the session in this tab and the others. */
export function watchSession(router: AppRouter, queryClient: QueryClient): () => void {
  return onSessionSignal((signal) => {
    if (signal === 'ended') askToSignIn(router, queryClient, true)
    if (signal === 'signed-out') askToSignIn(router, queryClient, false)
    // Somebody signed in next door, perhaps somebody else: nothing on screen may survive that.
    if (signal === 'signed-in') window.location.reload()
  })
}
