import { zodResolver } from '@hookform/resolvers/zod'
import { useForm, useWatch } from 'react-hook-form'
import { PasswordRule } from '@/components/domain/password-rule'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { FormError } from '@/components/ui/form-error'
import { Input } from '@/components/ui/input'
import { PasswordInput } from '@/components/ui/password-input'
import type { Session } from '@/session/session'
import { useRegister } from '../api/register'
import { registerSchema } from '../schemas'

export function RegisterForm({ onRegistered }: { onRegistered: (session: Session | null) => void }) {
  const registration = useRegister()
  const { register, handleSubmit, formState, control } = useForm({
    resolver: zodResolver(registerSchema),
    defaultValues: { name: '', email: '', password: '' },
  })
  const { errors } = formState
  const password = useWatch({ control, name: 'password' })
  const submit = handleSubmit((values) => registration.mutate(values, { onSuccess: onRegistered }))

  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-4">
      <FormError error={registration.error} />
      <Field label="Name" error={errors.name?.message} required>
        {(field) => <Input {...field} {...register('name')} autoComplete="name" className="h-10" />}
      </Field>
      <Field label="Email" error={errors.email?.message} required>
        {(field) => (
          <Input {...field} {...register('email')} type="email" autoComplete="username" className="h-10" />
        )}
      </Field>
      <Field
        label="Password"
        hint={<PasswordRule password={password} />}
        error={errors.password?.message}
        required
      >
        {(field) => <PasswordInput {...field} {...register('password')} autoComplete="new-password" />}
      </Field>
      <Button type="submit" variant="primary" size="lg" pending={registration.isPending}>
        Create account
      </Button>
    </form>
  )
}
