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

  function save(edit: TaskEdit, version = opened.version) {
    update.mutate(
      { id: opened.id, changes: edit, version },
      {
        onSuccess: onDone,
        onError: (error) => {
          if (!(error instanceof ConflictError)) return
          const fresh = error.fresh as TaskItem
          const fields = conflictingFields(edit, opened, fresh)
          if (fields.length === 0) save(edit, fresh.version)
          else setConflict({ edit, fields, fresh })
        },
      },
    )
  }

  return {
    save,
    pending: update.isPending,
    error: update.error instanceof ConflictError ? null : update.error,
    conflict: conflict?.fields ?? null,
    keepMine: () => {
      if (!conflict) return
      setConflict(null)
      save(conflict.edit, conflict.fresh.version)
    },
    takeTheirs: onDone,
    goOnEditing: () => setConflict(null),
  }
}
