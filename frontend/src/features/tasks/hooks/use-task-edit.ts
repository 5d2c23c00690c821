import { useState } from 'react'
import { ConflictError } from '@/api/errors'
import { useUpdateTask } from '@/api/tasks/mutations'
import type { TaskItem } from '@/api/types'
import type { ConflictField } from '@/components/domain/conflict-dialog'
import { conflictingFields, type TaskEdit } from '../edits'

interface Conflict {
  edit: TaskEdit
  fields: ConflictField[]
  fresh: TaskItem
}

/**
 * Editing a text of a task from the moment the form opens. `onDone` closes the form. When somebody else saved the
 * same field first, `conflict` holds both versions and the person chooses.
 */
export function useTaskEdit(opened: TaskItem, onDone: () => void) {
  const update = useUpdateTask()
  const [conflict, setConflict] = useState<Conflict | null>(null)

  // Not by callbacks of the call: those are not heard once the form has been left.
  async function save(edit: TaskEdit, version = opened.version) {
    try {
      await update.mutateAsync({ id: opened.id, changes: edit, version })
      onDone()
    } catch (error) {
      if (error instanceof ConflictError) await settle(edit, error.fresh as TaskItem)
    }
  }

  async function settle(edit: TaskEdit, fresh: TaskItem) {
    const fields = conflictingFields(edit, opened, fresh)
    if (fields.length === 0) await save(edit, fresh.version)
    else setConflict({ edit, fields, fresh })
  }

  return {
    save: (edit: TaskEdit) => void save(edit),
    pending: update.isPending,
    error: update.error instanceof ConflictError ? null : update.error,
    conflict: conflict?.fields ?? null,
    keepMine: () => {
      if (!conflict) return
      setConflict(null)
      void save(conflict.edit, conflict.fresh.version)
    },
    takeTheirs: onDone,
    goOnEditing: () => setConflict(null),
  }
}
