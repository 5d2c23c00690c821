import { useState } from 'react'
import type { TaskItem } from '@/api/types'
import type { Draft } from '@/lib/drafts'
import { useDraft } from '@/session/use-draft'

type TextField = 'title' | 'description'

interface TextDraft extends Draft {
  /** The task as it was when the text was begun: what others made of it since is a conflict to be shown. */
  opened: Pick<TaskItem, 'version' | TextField>
}

const labels: Record<TextField, string> = { title: 'Title', description: 'Description' }

export const textPlaces = {
  all: (taskId: number) => `task/${taskId}/text/`,
  of: (taskId: number, field: TextField) => `task/${taskId}/text/${field}`,
}

/** A text of the task while it is edited, kept until it is saved or given up. */
export function useTextDraft(task: TaskItem, field: TextField) {
  const { found, keep, forget } = useDraft<TextDraft>(textPlaces.of(task.id, field))
  const [opened] = useState<TaskItem>(() => ({ ...task, ...found?.opened }))
  const before = opened[field] ?? ''
  const [text, setText] = useState(found?.text ?? before)

  function write(next: string) {
    setText(next)
    const { version, title, description } = opened
    keep(
      next === before
        ? undefined
        : { label: labels[field], text: next, opened: { version, title, description } },
    )
  }

  return { opened, text, write, forget }
}
