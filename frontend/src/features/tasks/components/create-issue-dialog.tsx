import { useQuery } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import type { TaskItem } from '@/api/types'
import { usersQuery } from '@/api/users'
import { Button } from '@/components/ui/button'
import { Dialog, DialogActions, DialogClose, DialogContent } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { FormError } from '@/components/ui/form-error'
import { Input, Textarea } from '@/components/ui/input'
import { toast } from '@/lib/toast'
import { useCreateIssue } from '../api/github'
import { RepositoryField } from './repository-field'

const TITLE_MAX = 255
const BODY_MAX = 65_536

/** What somebody finds on GitHub unless they write something else: the description and the way back here. */
function bodyOf({ id, description }: TaskItem): string {
  const way = `DevSync task: ${window.location.origin}/tasks/${id}`
  return description ? `${description}\n\n${way}` : way
}

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
  const [repoId, setRepoId] = useState<number | null>(null)
  const [title, setTitle] = useState(task.title)
  const [body, setBody] = useState(() => bodyOf(task))
  const [labels, setLabels] = useState('')
  const githubName = useGithubName(task.assigned_to)
  const [assignees, setAssignees] = useState<string>()
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
        assignees: partsOf((assignees ?? githubName).replaceAll('@', '')),
      },
      {
        onSuccess: ({ issue }) => {
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
          <RepositoryField value={repoId} onChange={setRepoId} />
          <Field label="Title" required>
            {(field) => (
              <Input
                {...field}
                maxLength={TITLE_MAX}
                value={title}
                onChange={(event) => setTitle(event.target.value)}
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
                onChange={(event) => setBody(event.target.value)}
              />
            )}
          </Field>
          <Field label="Labels" hint="Separated by commas, such as: bug, help wanted.">
            {(field) => (
              <Input {...field} value={labels} onChange={(event) => setLabels(event.target.value)} />
            )}
          </Field>
          <Field label="Assignees" hint="Names on GitHub, separated by commas.">
            {(field) => (
              <Input
                {...field}
                autoComplete="off"
                value={assignees ?? githubName}
                onChange={(event) => setAssignees(event.target.value)}
              />
            )}
          </Field>
          <DialogActions>
            <DialogClose asChild>
              <Button>Cancel</Button>
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
