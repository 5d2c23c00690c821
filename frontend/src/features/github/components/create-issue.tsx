import { zodResolver } from '@hookform/resolvers/zod'
import { useQuery } from '@tanstack/react-query'
import { Controller, useForm } from 'react-hook-form'
import * as z from 'zod/mini'
import type { GithubRepository, TaskDetail } from '@/api/types'
import { Button } from '@/components/ui/button'
import { Dialog, DialogActions, DialogContent } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { FormError } from '@/components/ui/form-error'
import { Input, Textarea } from '@/components/ui/input'
import { toast } from '@/lib/toast'
import { useCreateIssue } from '../api/links'
import { repositoriesQuery } from '../api/repositories'
import { GithubView } from './github-view'
import { RepositoryPicker } from './repository-picker'

interface CreateIssueProps {
  task: TaskDetail
  open: boolean
  onClose: () => void
}

/** Makes an issue of a task; both are linked from then on. */
export function CreateIssue({ task, open, onClose }: CreateIssueProps) {
  return (
    <Dialog open={open} onOpenChange={(next) => !next && onClose()}>
      <DialogContent title="Create an issue from this task">
        <RepositoriesFirst task={task} onClose={onClose} />
      </DialogContent>
    </Dialog>
  )
}

type FormProps = Omit<CreateIssueProps, 'open'>

function RepositoriesFirst(props: FormProps) {
  return (
    <GithubView query={useQuery(repositoriesQuery())} failure="The repositories could not be loaded">
      {(repositories) => <IssueForm {...props} repositories={repositories} />}
    </GithubView>
  )
}

const TITLE_MAX = 255

const schema = z.object({
  repositoryId: z.nullable(z.number()).check(z.refine((id) => id !== null, 'Choose a repository.')),
  title: z
    .string()
    .check(
      z.trim(),
      z.minLength(1, 'Enter a title.'),
      z.maxLength(TITLE_MAX, `At most ${TITLE_MAX} characters.`),
    ),
  body: z.string(),
  labels: z.string(),
})

function namesIn(text: string): string[] {
  return text
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean)
}

function IssueForm({ task, onClose, repositories }: FormProps & { repositories: GithubRepository[] }) {
  const create = useCreateIssue(task.id)
  const { register, handleSubmit, formState, control } = useForm({
    resolver: zodResolver(schema),
    defaultValues: {
      repositoryId: null as number | null,
      title: task.title,
      body: task.description ?? '',
      labels: '',
    },
  })
  const { errors } = formState

  const submit = handleSubmit(({ repositoryId, title, body, labels }) => {
    if (repositoryId === null) return
    create.mutate(
      { repo_id: repositoryId, title, ...(body && { body }), labels: namesIn(labels) },
      {
        onSuccess: ({ issue }) => {
          toast.success(`Issue #${issue.number} is created and linked`)
          onClose()
        },
      },
    )
  })

  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-3">
      <FormError error={create.error} />
      <Controller
        control={control}
        name="repositoryId"
        render={({ field }) => (
          <Field label="Repository" error={errors.repositoryId?.message} required>
            {(attributes) => (
              <RepositoryPicker
                {...attributes}
                repositories={repositories}
                value={field.value}
                onChange={field.onChange}
              />
            )}
          </Field>
        )}
      />
      <Field label="Title" error={errors.title?.message} required>
        {(attributes) => <Input {...attributes} {...register('title')} />}
      </Field>
      <Field label="Text" hint="Left empty, it is the task’s description with a link to the task.">
        {(attributes) => <Textarea {...attributes} {...register('body')} rows={6} />}
      </Field>
      <Field label="Labels" hint="Separated by commas.">
        {(attributes) => <Input {...attributes} {...register('labels')} />}
      </Field>
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" variant="primary" pending={create.isPending}>
          Create issue
        </Button>
      </DialogActions>
    </form>
  )
}
