import { zodResolver } from '@hookform/resolvers/zod'
import { Controller, useForm } from 'react-hook-form'
import { PROJECT_STATUSES, projectStatusLabels } from '@/api/labels'
import { PeoplePicker } from '@/components/domain/person-picker'
import { Button } from '@/components/ui/button'
import { DialogActions, DialogClose } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { FormError } from '@/components/ui/form-error'
import { Input, Textarea } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { projectSchema, type ProjectForm as Values } from '../schemas'

const statusOptions = PROJECT_STATUSES.map((status) => ({
  value: status,
  label: projectStatusLabels[status],
}))

const empty: Values = { name: '', description: '', status: 'active', github_repo: '', team_members: [] }

interface ProjectFormProps {
  initial?: Values
  submitLabel: string
  pending: boolean
  error: unknown
  onSubmit: (values: Values) => void
}

export function ProjectForm({ initial = empty, submitLabel, pending, error, onSubmit }: ProjectFormProps) {
  const { register, handleSubmit, control, formState } = useForm({
    resolver: zodResolver(projectSchema),
    defaultValues: initial,
  })
  const { errors } = formState
  return (
    <form onSubmit={(event) => void handleSubmit(onSubmit)(event)} noValidate className="grid gap-4">
      <FormError error={error} />
      <Field label="Name" error={errors.name?.message} required>
        {(field) => <Input {...field} {...register('name')} autoComplete="off" />}
      </Field>
      <Field label="Description" hint="Markdown works here.">
        {(field) => <Textarea {...field} {...register('description')} />}
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Status">
          {(field) => (
            <Controller
              name="status"
              control={control}
              render={({ field: { value, onChange } }) => (
                <Select {...field} value={value} onChange={onChange} options={statusOptions} />
              )}
            />
          )}
        </Field>
        <Field
          label="GitHub repository"
          hint="Its address, if there is one."
          error={errors.github_repo?.message}
        >
          {(field) => (
            <Input {...field} {...register('github_repo')} placeholder="https://github.com/team/name" />
          )}
        </Field>
      </div>
      <Field label="Members" hint="Developers see the projects they are members of.">
        {(field) => (
          <Controller
            name="team_members"
            control={control}
            render={({ field: { value, onChange } }) => (
              <PeoplePicker {...field} value={value} onChange={onChange} placeholder="Nobody yet" />
            )}
          />
        )}
      </Field>
      <DialogActions>
        <DialogClose asChild>
          <Button>Cancel</Button>
        </DialogClose>
        <Button type="submit" variant="primary" pending={pending}>
          {submitLabel}
        </Button>
      </DialogActions>
    </form>
  )
}
