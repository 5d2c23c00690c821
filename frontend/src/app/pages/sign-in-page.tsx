import { getRouteApi, Link, useRouter } from '@tanstack/react-router'
import { AuthFrame } from '@/features/auth/components/auth-frame'
import { SignInForm } from '@/features/auth/components/sign-in-form'
import { safeReturnPath } from '@/features/auth/schemas'
import { homePath } from '@/session/permissions'
import type { Session } from '@/session/session'

const route = getRouteApi('/login')

export function SignInPage() {
  const { redirect, expired } = route.useSearch()
  const router = useRouter()

  function onSignedIn(session: Session | null) {
    const target = safeReturnPath(redirect) ?? (session ? homePath(session) : '/')
    router.history.push(target)
  }

  return (
    <AuthFrame
      title="Sign in"
      intro={
        expired
          ? 'Your session has ended. Sign in again and you return to where you were.'
          : 'Welcome back to your team’s work.'
      }
      footer={
        <>
          No account yet?{' '}
          <Link
            to="/register"
            search={{ redirect }}
            className="text-accent-text underline underline-offset-2"
          >
            Create one
          </Link>
        </>
      }
    >
      <SignInForm onSignedIn={onSignedIn} />
    </AuthFrame>
  )
}
