import { zodResolver } from '@hookform/resolvers/zod'
import { Controller, useForm } from 'react-hook-form'
import { PersonPicker } from '@/components/domain/person-picker'
import { ProjectPicker } from '@/components/domain/project-picker'
import { PrioritySelect } from '@/components/domain/task-priority'
import { StatusSelect } from '@/components/domain/task-status'
import { Button } from '@/components/ui/button'
import { DateField } from '@/components/ui/date-field'
import { DialogActions, DialogClose } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { FormError } from '@/components/ui/form-error'
import { Input, Textarea } from '@/components/ui/input'
import { canReassignTasks } from '@/session/permissions'
import { useSession } from '@/session/session'
import { newTaskSchema, type NewTaskForm as Values } from '../schemas'

interface NewTaskFormProps {
  initial: Partial<Values>
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

export function NewTaskForm({ initial, pending, error, onSubmit }: NewTaskFormProps) {
  const session = useSession()
  const mayAssign = canReassignTasks(session)
  const { register, handleSubmit, control, formState } = useForm({
    resolver: zodResolver(newTaskSchema),
    defaultValues: { ...empty, ...(!mayAssign && { assigned_to: session.user.id }), ...initial },
  })
  const { errors } = formState
  return (
    <form onSubmit={(event) => void handleSubmit(onSubmit)(event)} noValidate className="grid gap-4">
      <FormError error={error} />
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
          <Button>Cancel</Button>
        </DialogClose>
        <Button type="submit" variant="primary" pending={pending}>
          Create task
        </Button>
      </DialogActions>
    </form>
  )
}
