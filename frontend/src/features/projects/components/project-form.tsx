import { zodResolver } from '@hookform/resolvers/zod'
import { useEffect, useState } from 'react'
import { Controller, useForm } from 'react-hook-form'
import { PROJECT_STATUSES, projectStatusLabels } from '@/api/labels'
import { PeoplePicker } from '@/components/domain/person-picker'
import { Restored } from '@/components/domain/restored'
import { Button } from '@/components/ui/button'
import { DialogActions, DialogClose } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { FormError } from '@/components/ui/form-error'
import { Input, Textarea } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import type { useProjectDraft } from '../hooks/use-project-draft'
import { projectSchema, type ProjectForm as Values } from '../schemas'

const statusOptions = PROJECT_STATUSES.map((status) => ({
  value: status,
  label: projectStatusLabels[status],
}))

interface ProjectFormProps {
  draft: ReturnType<typeof useProjectDraft>
  submitLabel: string
  pending: boolean
  error: unknown
  onSubmit: (values: Values) => void
}

export function ProjectForm({ draft, submitLabel, pending, error, onSubmit }: ProjectFormProps) {
  const { register, handleSubmit, control, formState, reset, subscribe } = useForm({
    resolver: zodResolver(projectSchema),
    defaultValues: draft.found?.values ?? draft.fresh,
  })
  const [restored, setRestored] = useState(draft.found !== undefined)
  const { keep } = draft
  useEffect(
    () => subscribe({ formState: { values: true }, callback: ({ values }) => keep(values) }),
    [subscribe, keep],
  )

  function startOver() {
    reset(draft.startOver())
    draft.forget()
    setRestored(false)
  }

  const { errors } = formState
  return (
    <form onSubmit={(event) => void handleSubmit(onSubmit)(event)} noValidate className="grid gap-4">
      <FormError error={error} />
      {restored && <Restored action={draft.opened ? 'Start over' : 'Start empty'} onStartOver={startOver} />}
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
          <Button onClick={draft.forget}>Cancel</Button>
        </DialogClose>
        <Button type="submit" variant="primary" pending={pending}>
          {submitLabel}
        </Button>
      </DialogActions>
    </form>
  )
}
