import { useQuery } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import type { TaskItem } from '@/api/types'
import { usersQuery } from '@/api/users'
import { Restored } from '@/components/domain/restored'
import { Button } from '@/components/ui/button'
import { Dialog, DialogActions, DialogClose, DialogContent } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { FormError } from '@/components/ui/form-error'
import { Input, Textarea } from '@/components/ui/input'
import { toast } from '@/lib/toast'
import { useCreateIssue } from '../api/github'
import { useIssueDraft } from '../hooks/use-issue-draft'
import { RepositoryField } from './repository-field'

const TITLE_MAX = 255
const BODY_MAX = 65_536

/** `bug, help wanted` as its parts. */
function partsOf(text: string): string[] {
  return [...new Set(text.split(',').map((part) => part.trim()))].filter((part) => part !== '')
}

/** The name on GitHub of whoever the task is assigned to, if they have connected their account. */
function useGithubName(userId: number | null): string {
  const { data: users = [] } = useQuery(usersQuery())
  return users.find((user) => user.id === userId)?.github_username ?? ''
}

interface CreateIssueDialogProps {
  task: TaskItem
  onClose: () => void
}

export function CreateIssueDialog({ task, onClose }: CreateIssueDialogProps) {
  const { values, restored, write, forget, startOver } = useIssueDraft(task)
  const { repoId, title, body, labels } = values
  const githubName = useGithubName(task.assigned_to)
  const assignees = values.assignees ?? githubName
  const create = useCreateIssue(task.id)
  const ready = repoId !== null && title.trim() !== ''

  function submit(event: FormEvent) {
    event.preventDefault()
    if (repoId === null || !ready) return
    create.mutate(
      {
        repo_id: repoId,
        title: title.trim(),
        body,
        labels: partsOf(labels),
        assignees: partsOf(assignees.replaceAll('@', '')),
      },
      {
        onSuccess: ({ issue }) => {
          forget()
          toast.success(`Issue #${issue.number} is created and linked`)
          onClose()
        },
      },
    )
  }

  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        title="Create an issue on GitHub"
        description="It is linked with the task, and both are kept in step."
      >
        <form onSubmit={submit} className="grid gap-4">
          <FormError error={create.error} />
          {restored && <Restored action="Start over" onStartOver={startOver} />}
          <RepositoryField value={repoId} onChange={(id) => write({ repoId: id })} />
          <Field label="Title" required>
            {(field) => (
              <Input
                {...field}
                maxLength={TITLE_MAX}
                value={title}
                onChange={(event) => write({ title: event.target.value })}
              />
            )}
          </Field>
          <Field label="Text" hint="Markdown works here.">
            {(field) => (
              <Textarea
                {...field}
                rows={6}
                maxLength={BODY_MAX}
                value={body}
                onChange={(event) => write({ body: event.target.value })}
              />
            )}
          </Field>
          <Field label="Labels" hint="Separated by commas, such as: bug, help wanted.">
            {(field) => (
              <Input {...field} value={labels} onChange={(event) => write({ labels: event.target.value })} />
            )}
          </Field>
          <Field label="Assignees" hint="Names on GitHub, separated by commas.">
            {(field) => (
              <Input
                {...field}
                autoComplete="off"
                value={assignees}
                onChange={(event) => write({ assignees: event.target.value })}
              />
            )}
          </Field>
          <DialogActions>
            <DialogClose asChild>
              <Button onClick={forget}>Cancel</Button>
            </DialogClose>
            <Button type="submit" variant="primary" pending={create.isPending} disabled={!ready}>
              Create issue
            </Button>
          </DialogActions>
        </form>
      </DialogContent>
    </Dialog>
  )
}
