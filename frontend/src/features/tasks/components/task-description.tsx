import { Pencil } from 'lucide-react'
import { useState } from 'react'
import type { TaskItem } from '@/api/types'
import { DraftOffer } from '@/components/domain/draft-offer'
import { WrittenText } from '@/components/domain/written-text'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Textarea } from '@/components/ui/input'
import { useFocusReturn } from '@/lib/use-focus-return'
import { useTaskEdit } from '../hooks/use-task-edit'
import { textPlaces, useTextDraft } from '../hooks/use-text-draft'
import { EditFrame } from './edit-frame'

function DescriptionForm({ task, onDone }: { task: TaskItem; onDone: () => void }) {
  const { opened, text: description, write, forget } = useTextDraft(task, 'description')
  const editing = useTaskEdit(opened, done)

  function done() {
    forget()
    onDone()
  }

  return (
    <EditFrame
      editing={editing}
      opened={opened}
      current={task}
      edit={{ description }}
      invalid={false}
      onCancel={done}
    >
      <Textarea
        aria-label="Description"
        // Asked for by pressing "Edit".
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        rows={10}
        value={description}
        onChange={(event) => write(event.target.value)}
      />
      <p className="text-xs text-muted">Markdown works here.</p>
    </EditFrame>
  )
}

export function TaskDescription({ task, editable }: { task: TaskItem; editable: boolean }) {
  const [editing, setEditing] = useState(false)
  const canStart = editable && !editing
  const editButton = useFocusReturn<HTMLButtonElement>(editing)
  return (
    <Card
      title="Description"
      actions={
        canStart && (
          <Button
            ref={editButton}
            variant="ghost"
            size="sm"
            aria-label="Edit description"
            onClick={() => setEditing(true)}
          >
            <Pencil aria-hidden />
            Edit
          </Button>
        )
      }
    >
      {editing ? (
        <DescriptionForm task={task} onDone={() => setEditing(false)} />
      ) : task.description ? (
        <WrittenText text={task.description} />
      ) : (
        <p className="text-muted">
          {editable ? 'No description yet. Say what is to be done, and why.' : 'No description yet.'}
        </p>
      )}
      {canStart && (
        <DraftOffer place={textPlaces.of(task.id, 'description')} onContinue={() => setEditing(true)}>
          You have begun to change the description.
        </DraftOffer>
      )}
    </Card>
  )
}
