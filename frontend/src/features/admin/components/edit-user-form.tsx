import { zodResolver } from '@hookform/resolvers/zod'
import { useForm } from 'react-hook-form'
import * as z from 'zod/mini'
import { emailField, isLongEnough, nameField, PASSWORD_MIN } from '@/api/account-fields'
import type { UserFull } from '@/api/types'
import { Button } from '@/components/ui/button'
import { DialogActions } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { FormError } from '@/components/ui/form-error'
import { Input } from '@/components/ui/input'
import { PasswordInput } from '@/components/ui/password-input'
import { toast } from '@/lib/toast'
import { useUpdateUser } from '../api/users'

const schema = z.object({
  name: nameField,
  email: emailField,
  password: z
    .string()
    .check(z.refine((text) => text === '' || isLongEnough(text), `At least ${PASSWORD_MIN} characters.`)),
})

interface EditUserFormProps {
  user: UserFull
  onClose: () => void
}

export function EditUserForm({ user, onClose }: EditUserFormProps) {
  const update = useUpdateUser(user.id)
  const { register, handleSubmit, formState } = useForm({
    resolver: zodResolver(schema),
    defaultValues: { name: user.name, email: user.email, password: '' },
  })
  const { errors } = formState

  const submit = handleSubmit(({ password, ...account }) =>
    update.mutate(
      { ...account, ...(password && { password }) },
      {
        onSuccess: () => {
          toast.success(`${account.name} is saved`)
          onClose()
        },
      },
    ),
  )

  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-3">
      <FormError error={update.error} />
      <Field label="Name" error={errors.name?.message} required>
        {(field) => <Input {...field} {...register('name')} autoComplete="off" />}
      </Field>
      <Field label="Email" error={errors.email?.message} required>
        {(field) => <Input {...field} {...register('email')} type="email" autoComplete="off" />}
      </Field>
      <Field
        label="New password"
        hint="Leave empty to keep the present one."
        error={errors.password?.message}
      >
        {(field) => <PasswordInput {...field} {...register('password')} autoComplete="new-password" />}
      </Field>
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" variant="primary" pending={update.isPending}>
          Save
        </Button>
      </DialogActions>
    </form>
  )
}
