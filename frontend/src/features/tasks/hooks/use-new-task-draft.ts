import { useCallback } from 'react'
import { keepDraft, type Draft } from '@/lib/drafts'
import { useDraft, usePlace } from '@/session/use-draft'
import type { NewTaskForm } from '../schemas'

interface NewTaskDraft extends Draft {
  values: NewTaskForm
}

/** What is entered of a new task, kept until it is created or given up: per project, as the form is opened there. */
export function useNewTaskDraft(projectId: number | undefined) {
  const place = `new-task/${projectId ?? 'any'}`
  const key = usePlace(place)
  const { found, forget } = useDraft<NewTaskDraft>(place)
  const keep = useCallback(
    (values: NewTaskForm) => {
      const text = `${values.title}\n\n${values.description}`.trim()
      const draft: NewTaskDraft = { label: 'New task', text, values }
      keepDraft(key, text === '' ? undefined : draft)
    },
    [key],
  )
  return { found, keep, forget }
}
