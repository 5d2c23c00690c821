import { zodResolver } from '@hookform/resolvers/zod'
import { useForm } from 'react-hook-form'
import * as z from 'zod/mini'
import { emailField, nameField } from '@/api/account-fields'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { FormError } from '@/components/ui/form-error'
import { Input } from '@/components/ui/input'
import { toast } from '@/lib/toast'
import { useSession } from '@/session/session'
import { useUpdateProfile } from '../api/profile'

const schema = z.object({ name: nameField, email: emailField })

/** Name and email of the caller. */
export function AccountForm() {
  const { user } = useSession()
  const update = useUpdateProfile()
  const { register, handleSubmit, formState, reset } = useForm({
    resolver: zodResolver(schema),
    values: { name: user.name, email: user.email },
    // Changes from elsewhere must not undo what is being typed.
    resetOptions: { keepDirtyValues: true },
  })
  const { errors, isDirty } = formState

  const submit = handleSubmit((values) =>
    update.mutate(values, {
      onSuccess: () => {
        reset(values, { keepDirtyValues: false })
        toast.success('Your profile is saved')
      },
    }),
  )

  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-4">
      <FormError error={update.error} />
      <Field label="Name" error={errors.name?.message} required>
        {(control) => <Input {...control} {...register('name')} autoComplete="name" />}
      </Field>
      <Field label="Email" error={errors.email?.message} required>
        {(control) => <Input {...control} {...register('email')} type="email" autoComplete="email" />}
      </Field>
      <div className="flex gap-2">
        <Button type="submit" variant="primary" disabled={!isDirty} pending={update.isPending}>
          Save
        </Button>
        {isDirty && (
          <Button onClick={() => reset({ name: user.name, email: user.email }, { keepDirtyValues: false })}>
            Undo
          </Button>
        )}
      </div>
    </form>
  )
}
