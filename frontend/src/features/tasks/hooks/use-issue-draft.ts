import { useState } from 'react'
import type { TaskItem } from '@/api/types'
import type { Draft } from '@/lib/drafts'
import { useDraft } from '@/session/use-draft'

interface IssueForm {
  repoId: number | null
  title: string
  body: string
  labels: string
  /** Nobody has chosen any, as long as there is nothing here. */
  assignees?: string
}

interface IssueDraft extends Draft {
  values: IssueForm
}

/** What somebody finds on GitHub unless they write something else: the description and the way back here. */
function bodyOf({ id, description }: TaskItem): string {
  const way = `DevSync task: ${window.location.origin}/tasks/${id}`
  return description ? `${description}\n\n${way}` : way
}

function issueFrom(task: TaskItem): IssueForm {
  return { repoId: null, title: task.title, body: bodyOf(task), labels: '' }
}

/** What is entered of an issue about the task, kept until it is created or given up. */
export function useIssueDraft(task: TaskItem) {
  const { found, keep, forget } = useDraft<IssueDraft>(`task/${task.id}/issue`)
  const [values, setValues] = useState(found?.values ?? issueFrom(task))
  const [restored, setRestored] = useState(found !== undefined)

  function write(part: Partial<IssueForm>) {
    const next = { ...values, ...part }
    setValues(next)
    keep({ label: 'Issue', text: `${next.title}\n\n${next.body}`.trim(), values: next })
  }

  function startOver() {
    setValues(issueFrom(task))
    setRestored(false)
    forget()
  }

  return { values, restored, write, forget, startOver }
}
