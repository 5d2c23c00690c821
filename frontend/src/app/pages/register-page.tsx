import { getRouteApi, Link, useRouter } from '@tanstack/react-router'
import { AuthFrame } from '@/features/auth/components/auth-frame'
import { RegisterForm } from '@/features/auth/components/register-form'
import { safeReturnPath } from '@/features/auth/schemas'
import { toast } from '@/lib/toast'
import { homePath, isAdmin } from '@/session/permissions'
import type { Session } from '@/session/session'

const route = getRouteApi('/register')

export function RegisterPage() {
  const { redirect } = route.useSearch()
  const router = useRouter()

  function onRegistered(session: Session | null) {
    if (session && isAdmin(session)) {
      toast.success('Welcome, you are the administrator', {
        description: 'Add your team under Administration, then create the first project.',
      })
    }
    router.history.push(safeReturnPath(redirect) ?? (session ? homePath(session) : '/'))
  }

  return (
    <AuthFrame
      title="Create your account"
      intro="The first person to register on a new DevSync becomes its administrator. Everybody after that starts with the role the administrator has chosen."
      footer={
        <>
          Already registered?{' '}
          <Link to="/login" search={{ redirect }} className="text-accent-text underline underline-offset-2">
            Sign in
          </Link>
        </>
      }
    >
      <RegisterForm onRegistered={onRegistered} />
    </AuthFrame>
  )
}
