import type { TaskInput, TaskItem } from '@/api/types'
import type { ConflictField } from '@/components/domain/conflict-dialog'

/** The parts of a task that are written in a form instead of chosen. */
type TaskText = Pick<TaskInput, 'title' | 'description'>
export type TaskEdit = Partial<TaskText>

const labels: Record<keyof TaskText, string> = { title: 'Title', description: 'Description' }

function fieldsOf(edit: TaskEdit): (keyof TaskText)[] {
  return (Object.keys(labels) as (keyof TaskText)[]).filter((field) => field in edit)
}

/**
 * The fields that both sides changed, to different ends. What only one side changed is no conflict: the other's
 * stays and ours is saved on top.
 */
export function conflictingFields(edit: TaskEdit, opened: TaskItem, fresh: TaskItem): ConflictField[] {
  return fieldsOf(edit)
    .filter((field) => fresh[field] !== opened[field] && (fresh[field] ?? '') !== (edit[field] ?? ''))
    .map((field) => ({ label: labels[field], mine: edit[field] ?? '', theirs: fresh[field] ?? '' }))
}
