import { zodResolver } from '@hookform/resolvers/zod'
import { useForm, useWatch } from 'react-hook-form'
import * as z from 'zod/mini'
import { passwordField } from '@/api/account-fields'
import { PasswordRule } from '@/components/domain/password-rule'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { FormError } from '@/components/ui/form-error'
import { PasswordInput } from '@/components/ui/password-input'
import { toast } from '@/lib/toast'
import { useSession } from '@/session/session'
import { useUpdateProfile } from '../api/profile'

const schema = z.object({
  current: z.string().check(z.minLength(1, 'Enter your current password.')),
  next: passwordField,
})

export function PasswordForm() {
  const { user } = useSession()
  const update = useUpdateProfile()
  const { register, handleSubmit, formState, control, reset, setFocus } = useForm({
    resolver: zodResolver(schema),
    defaultValues: { current: '', next: '' },
  })
  const { errors } = formState
  const next = useWatch({ control, name: 'next' })

  const submit = handleSubmit((values) =>
    update.mutate(
      { current_password: values.current, new_password: values.next },
      {
        onSuccess: () => {
          reset()
          toast.success('Your password is changed')
        },
        onError: () => setFocus('current', { shouldSelect: true }),
      },
    ),
  )

  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-4">
      <FormError error={update.error} />
      {/* Tells password managers whose password this is. */}
      <input type="email" autoComplete="username" aria-label="Account" value={user.email} readOnly hidden />
      <Field label="Current password" error={errors.current?.message} required>
        {(field) => <PasswordInput {...field} {...register('current')} autoComplete="current-password" />}
      </Field>
      <Field
        label="New password"
        hint={<PasswordRule password={next} />}
        error={errors.next?.message}
        required
      >
        {(field) => <PasswordInput {...field} {...register('next')} autoComplete="new-password" />}
      </Field>
      <div>
        <Button type="submit" variant="primary" pending={update.isPending}>
          Change password
        </Button>
      </div>
    </form>
  )
}
