import { Pencil } from 'lucide-react'
import { useState } from 'react'
import type { TaskItem } from '@/api/types'
import { WrittenText } from '@/components/domain/written-text'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Textarea } from '@/components/ui/input'
import { useTaskEdit } from '../hooks/use-task-edit'
import { EditFrame } from './edit-frame'

function DescriptionForm({ task, onDone }: { task: TaskItem; onDone: () => void }) {
  const [opened] = useState(task)
  const [description, setDescription] = useState(task.description ?? '')
  const editing = useTaskEdit(opened, onDone)
  return (
    <EditFrame
      editing={editing}
      opened={opened}
      current={task}
      edit={{ description }}
      invalid={false}
      onCancel={onDone}
    >
      <Textarea
        aria-label="Description"
        // Asked for by pressing "Edit".
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        rows={10}
        value={description}
        onChange={(event) => setDescription(event.target.value)}
      />
      <p className="text-xs text-muted">Markdown works here.</p>
    </EditFrame>
  )
}

export function TaskDescription({ task, editable }: { task: TaskItem; editable: boolean }) {
  const [editing, setEditing] = useState(false)
  const canStart = editable && !editing
  return (
    <Card
      title="Description"
      actions={
        canStart && (
          <Button variant="ghost" size="sm" aria-label="Edit description" onClick={() => setEditing(true)}>
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
        <p className="text-muted">No description yet.</p>
      )}
    </Card>
  )
}
