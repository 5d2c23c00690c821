import { useState, type FormEvent } from 'react'
import type { TaskItem } from '@/api/types'
import { Button } from '@/components/ui/button'
import { Dialog, DialogActions, DialogClose, DialogContent } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { FormError } from '@/components/ui/form-error'
import { Input } from '@/components/ui/input'
import { toast } from '@/lib/toast'
import { useCreateIssue } from '../api/github'
import { RepositoryField } from './repository-field'

const TITLE_MAX = 255

interface CreateIssueDialogProps {
  task: TaskItem
  onClose: () => void
}

export function CreateIssueDialog({ task, onClose }: CreateIssueDialogProps) {
  const [repoId, setRepoId] = useState<number | null>(null)
  const [title, setTitle] = useState(task.title)
  const create = useCreateIssue(task.id)
  const ready = repoId !== null && title.trim() !== ''

  function submit(event: FormEvent) {
    event.preventDefault()
    if (repoId === null || !ready) return
    create.mutate(
      { repo_id: repoId, title: title.trim() },
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
        description="It gets the task’s description and a link back here."
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
