import { zodResolver } from '@hookform/resolvers/zod'
import { useForm } from 'react-hook-form'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { FormError } from '@/components/ui/form-error'
import { Input } from '@/components/ui/input'
import { PasswordInput } from '@/components/ui/password-input'
import type { Session } from '@/session/session'
import { useSignIn } from '../api/sign-in'
import { signInSchema } from '../schemas'

export function SignInForm({ onSignedIn }: { onSignedIn: (session: Session | null) => void }) {
  const signIn = useSignIn()
  const { register, handleSubmit, formState, setFocus } = useForm({
    resolver: zodResolver(signInSchema),
    defaultValues: { email: '', password: '' },
  })
  const { errors } = formState

  const submit = handleSubmit((credentials) =>
    signIn.mutate(credentials, {
      onSuccess: onSignedIn,
      onError: () => setFocus('password', { shouldSelect: true }),
    }),
  )

  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-4">
      <FormError error={signIn.error} />
      <Field label="Email" error={errors.email?.message} required>
        {(control) => (
          <Input {...control} {...register('email')} type="email" autoComplete="username" className="h-10" />
        )}
      </Field>
      <Field label="Password" error={errors.password?.message} required>
        {(control) => (
          <PasswordInput {...control} {...register('password')} autoComplete="current-password" />
        )}
      </Field>
      <Button type="submit" variant="primary" size="lg" pending={signIn.isPending}>
        Sign in
      </Button>
    </form>
  )
}
