import { useRef, useState, type KeyboardEvent } from 'react'
import { statusLabels } from '@/api/labels'
import { useCreateTask } from '@/api/tasks/mutations'
import { Button } from '@/components/ui/button'
import { FormError } from '@/components/ui/form-error'
import { Textarea } from '@/components/ui/input'
import { announce } from '@/lib/announce'
import { canReassignTasks } from '@/session/permissions'
import { useSession } from '@/session/session'
import { useDraft } from '@/session/use-draft'
import type { ColumnStatus } from '../columns'

interface NewCardProps {
  projectId: number
  status: ColumnStatus
  onClose: () => void
}

const TITLE_MIN = 3
const TITLE_MAX = 100

/** Enter creates the task and makes room for the next one. */
export function NewCard({ projectId, status, onClose }: NewCardProps) {
  const session = useSession()
  const draft = useDraft(`new-card/${projectId}/${status}`)
  const [title, setTitle] = useState(draft.found?.text ?? '')
  const input = useRef<HTMLTextAreaElement>(null)
  const create = useCreateTask()
  const words = title.trim()

  function write(text: string) {
    setTitle(text)
    draft.keep(text.trim() === '' ? undefined : { label: 'New task', text })
  }

  function submit() {
    if (words.length < TITLE_MIN || create.isPending) return
    const assignee = canReassignTasks(session) ? null : session.user.id
    create.mutate(
      { title: words, description: '', status, project_id: projectId, assigned_to: assignee },
      {
        onSuccess: (task) => {
          announce(`${task.title} is created in ${statusLabels[status]}`)
          if (input.current?.value.trim() === words) write('')
          input.current?.focus()
        },
      },
    )
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape') onClose()
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    submit()
  }

  return (
    <form
      className="mx-2 mb-2 grid gap-2 rounded-control border bg-surface p-2"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <Textarea
        ref={input}
        // Opened by a press on "New task", so this is where one wants to be.
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        aria-label={`Title of the new task in ${statusLabels[status]}`}
        placeholder="What is to be done?"
        className="min-h-14"
        maxLength={TITLE_MAX}
        value={title}
        onChange={(event) => write(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <FormError error={create.error} />
      <div className="flex items-center gap-1.5">
        <Button
          type="submit"
          size="sm"
          variant="primary"
          pending={create.isPending}
          disabled={words.length < TITLE_MIN}
        >
          Add
        </Button>
        <Button size="sm" variant="ghost" onClick={onClose}>
          Close
        </Button>
      </div>
    </form>
  )
}
