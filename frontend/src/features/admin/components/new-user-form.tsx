import { zodResolver } from '@hookform/resolvers/zod'
import { useQuery } from '@tanstack/react-query'
import { Controller, useForm, useWatch } from 'react-hook-form'
import * as z from 'zod/mini'
import { emailField, nameField, passwordField } from '@/api/account-fields'
import { ROLES, roleLabels } from '@/api/labels'
import type { Role } from '@/api/types'
import { PasswordRule } from '@/components/domain/password-rule'
import { Button } from '@/components/ui/button'
import { DialogActions } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { FormError } from '@/components/ui/form-error'
import { Input } from '@/components/ui/input'
import { PasswordInput } from '@/components/ui/password-input'
import { Select } from '@/components/ui/select'
import { toast } from '@/lib/toast'
import { settingsQuery } from '../api/settings'
import { useCreateUser } from '../api/users'

const schema = z.object({ name: nameField, email: emailField, password: passwordField, role: z.enum(ROLES) })
const roleOptions = ROLES.map((role) => ({ value: role, label: roleLabels[role] }))

export function NewUserForm({ onClose }: { onClose: () => void }) {
  const create = useCreateUser()
  const { data: settings } = useQuery(settingsQuery())
  const { register, handleSubmit, formState, control } = useForm({
    resolver: zodResolver(schema),
    defaultValues: { name: '', email: '', password: '', role: settings?.default_user_role ?? 'developer' },
  })
  const { errors } = formState
  const password = useWatch({ control, name: 'password' })

  const submit = handleSubmit((user) =>
    create.mutate(user, {
      onSuccess: () => {
        toast.success(`${user.name} can sign in now`)
        onClose()
      },
    }),
  )

  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-3">
      <FormError error={create.error} />
      <Field label="Name" error={errors.name?.message} required>
        {(field) => <Input {...field} {...register('name')} autoComplete="off" />}
      </Field>
      <Field label="Email" error={errors.email?.message} required>
        {(field) => <Input {...field} {...register('email')} type="email" autoComplete="off" />}
      </Field>
      <Field
        label="First password"
        hint={<PasswordRule password={password} />}
        error={errors.password?.message}
        required
      >
        {(field) => <PasswordInput {...field} {...register('password')} autoComplete="new-password" />}
      </Field>
      <Controller
        control={control}
        name="role"
        render={({ field: { value, onChange } }) => (
          <Field label="Role">
            {(field) => <Select<Role> {...field} value={value} onChange={onChange} options={roleOptions} />}
          </Field>
        )}
      />
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" variant="primary" pending={create.isPending}>
          Add user
        </Button>
      </DialogActions>
    </form>
  )
}
