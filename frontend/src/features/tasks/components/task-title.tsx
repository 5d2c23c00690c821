import { Pencil } from 'lucide-react'
import { useState } from 'react'
import type { TaskItem } from '@/api/types'
import { Field } from '@/components/ui/field'
import { IconButton } from '@/components/ui/icon-button'
import { Input } from '@/components/ui/input'
import { useFocusReturn } from '@/lib/use-focus-return'
import { useTaskEdit } from '../hooks/use-task-edit'
import { useTextDraft } from '../hooks/use-text-draft'
import { TITLE_MAX, titleProblem } from '../title'
import { EditFrame } from './edit-frame'

function TitleForm({ task, onDone }: { task: TaskItem; onDone: () => void }) {
  const { opened, text: title, write, forget } = useTextDraft(task, 'title')
  const editing = useTaskEdit(opened, done)

  function done() {
    forget()
    onDone()
  }

  const problem = titleProblem(title)
  return (
    <div className="w-full text-base font-normal tracking-normal sm:min-w-md">
      <EditFrame
        editing={editing}
        opened={opened}
        current={task}
        edit={{ title: title.trim() }}
        invalid={problem !== undefined}
        onCancel={done}
      >
        <Field label="Title" hideLabel error={problem}>
          {(field) => (
            <Input
              {...field}
              // Asked for by pressing "Edit title".
              // eslint-disable-next-line jsx-a11y/no-autofocus
              autoFocus
              className="h-9 text-lg font-semibold"
              maxLength={TITLE_MAX}
              value={title}
              onChange={(event) => write(event.target.value)}
            />
          )}
        </Field>
      </EditFrame>
    </div>
  )
}

/** The title, edited in place by those who may. */
export function TaskTitle({ task, editable }: { task: TaskItem; editable: boolean }) {
  const [editing, setEditing] = useState(false)
  const editButton = useFocusReturn<HTMLButtonElement>(editing)
  if (editing) return <TitleForm task={task} onDone={() => setEditing(false)} />
  return (
    <span className="inline-flex items-start gap-1 break-words">
      <span className="min-w-0 break-words">{task.title}</span>
      {editable && (
        <IconButton
          ref={editButton}
          label="Edit title"
          size="icon-sm"
          className="shrink-0"
          onClick={() => setEditing(true)}
        >
          <Pencil aria-hidden />
        </IconButton>
      )}
    </span>
  )
}
