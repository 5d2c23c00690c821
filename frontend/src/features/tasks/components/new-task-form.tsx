import { zodResolver } from '@hookform/resolvers/zod'
import { useEffect, useState } from 'react'
import { Controller, useForm } from 'react-hook-form'
import { PersonPicker } from '@/components/domain/person-picker'
import { ProjectPicker } from '@/components/domain/project-picker'
import { PrioritySelect } from '@/components/domain/priority-select'
import { Restored } from '@/components/domain/restored'
import { StatusSelect } from '@/components/domain/status-select'
import { Button } from '@/components/ui/button'
import { DateField } from '@/components/ui/date-field'
import { DialogActions, DialogClose } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { FormError } from '@/components/ui/form-error'
import { Input, Textarea } from '@/components/ui/input'
import { canReassignTasks } from '@/session/permissions'
import { useSession } from '@/session/session'
import type { useNewTaskDraft } from '../hooks/use-new-task-draft'
import { newTaskSchema, type NewTaskForm as Values } from '../schemas'

interface NewTaskFormProps {
  initial: Partial<Values>
  draft: ReturnType<typeof useNewTaskDraft>
  pending: boolean
  error: unknown
  onSubmit: (values: Values) => void
}

const empty: Values = {
  title: '',
  description: '',
  status: 'todo',
  priority: 'medium',
  assigned_to: null,
  project_id: null,
  deadline: null,
}

export function NewTaskForm({ initial, draft, pending, error, onSubmit }: NewTaskFormProps) {
  const session = useSession()
  const mayAssign = canReassignTasks(session)
  const fresh = { ...empty, ...(!mayAssign && { assigned_to: session.user.id }), ...initial }
  const { register, handleSubmit, control, formState, reset, subscribe } = useForm({
    resolver: zodResolver(newTaskSchema),
    defaultValues: draft.found?.values ?? fresh,
  })
  const [restored, setRestored] = useState(draft.found !== undefined)
  const { keep } = draft
  useEffect(
    () => subscribe({ formState: { values: true }, callback: ({ values }) => keep(values) }),
    [subscribe, keep],
  )

  function startEmpty() {
    reset(fresh)
    draft.forget()
    setRestored(false)
  }

  const { errors } = formState
  return (
    <form onSubmit={(event) => void handleSubmit(onSubmit)(event)} noValidate className="grid gap-4">
      <FormError error={error} />
      {restored && <Restored action="Start empty" onStartOver={startEmpty} />}
      <Field label="Title" error={errors.title?.message} required>
        {(field) => <Input {...field} {...register('title')} autoComplete="off" />}
      </Field>
      <Field label="Description" hint="Markdown works here.">
        {(field) => <Textarea {...field} {...register('description')} />}
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Project">
          {(field) => (
            <Controller
              name="project_id"
              control={control}
              render={({ field: { value, onChange } }) => (
                <ProjectPicker {...field} value={value} onChange={onChange} />
              )}
            />
          )}
        </Field>
        <Field label="Assignee" hint={mayAssign ? undefined : 'Your tasks are assigned to you.'}>
          {(field) => (
            <Controller
              name="assigned_to"
              control={control}
              render={({ field: { value, onChange } }) => (
                <PersonPicker {...field} value={value} onChange={onChange} disabled={!mayAssign} />
              )}
            />
          )}
        </Field>
        <Field label="Status">
          {(field) => (
            <Controller
              name="status"
              control={control}
              render={({ field: { value, onChange } }) => (
                <StatusSelect {...field} value={value} onChange={onChange} />
              )}
            />
          )}
        </Field>
        <Field label="Priority">
          {(field) => (
            <Controller
              name="priority"
              control={control}
              render={({ field: { value, onChange } }) => (
                <PrioritySelect {...field} value={value} onChange={onChange} />
              )}
            />
          )}
        </Field>
        <Field label="Deadline">
          {(field) => (
            <Controller
              name="deadline"
              control={control}
              render={({ field: { value, onChange } }) => (
                <DateField {...field} value={value} onChange={onChange} />
              )}
            />
          )}
        </Field>
      </div>
      <DialogActions>
        <DialogClose asChild>
          <Button onClick={draft.forget}>Cancel</Button>
        </DialogClose>
        <Button type="submit" variant="primary" pending={pending}>
          Create task
        </Button>
      </DialogActions>
    </form>
  )
}
