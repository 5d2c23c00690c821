import type { QueryClient } from '@tanstack/react-query'
import { keys } from '@/api/keys'
import { onSessionSignal } from '@/api/session-signal'
import { forgetDrafts } from '@/lib/drafts'
import { forgetSession, type Session } from '@/session/session'
import type { AppRouter } from './router'

/** Follows what happens to the session in this tab and the others. */
export function watchSession(router: AppRouter, queryClient: QueryClient): () => void {
  /** Where the person was when the session ended, until they sign in again. */
  let left: string | null = null
  let leaving = false

  /** Leads to the sign-in page, and from there back to where the person was. */
  async function askToSignIn(expired: boolean) {
    if (leaving || !queryClient.getQueryData<Session | null>(keys.session)) return
    leaving = true
    forgetSession()
    left = router.state.location.href
    await router.navigate({ to: '/login', search: { redirect: left, ...(expired && { expired: true }) } })
    // Not before: the page that is being left needs its session to the end.
    queryClient.removeQueries({ queryKey: keys.session })
    leaving = false
  }

  /** Signing out next door may be noticed by a refused request before it is told. It is no expiry. */
  async function onSignedOut() {
    forgetDrafts()
    await askToSignIn(false)
    const { pathname } = router.latestLocation
    if (left === null || pathname !== '/login') return
    await router.navigate({ to: '/login', search: { redirect: left }, replace: true })
  }

  return onSessionSignal((signal) => {
    if (signal === 'ended') void askToSignIn(true)
    if (signal === 'signed-out') void onSignedOut()
    // Somebody signed in next door, perhaps somebody else: nothing on screen may survive that.
    if (signal === 'signed-in') window.location.reload()
  })
}
