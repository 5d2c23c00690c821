import { Suspense, type KeyboardEvent, type ReactNode } from 'react'
import type { TaskItem } from '@/api/types'
import { Button } from '@/components/ui/button'
import { FormError } from '@/components/ui/form-error'
import { StatusLine } from '@/components/ui/status-line'
import { lazyComponent } from '@/lib/lazy-component'
import { modifierKey } from '@/lib/shortcuts'
import type { TaskEdit } from '../edits'
import type { useTaskEdit } from '../hooks/use-task-edit'

const ConflictDialog = lazyComponent(() => import('@/components/domain/conflict-dialog'), 'ConflictDialog')

interface EditFrameProps {
  editing: ReturnType<typeof useTaskEdit>
  /** The task as the form found it, and as it is by now. */
  opened: TaskItem
  current: TaskItem
  edit: TaskEdit
  invalid: boolean
  onCancel: () => void
  children: ReactNode
}

/** What every text edited in place has: save, cancel, their keys, the reason of a refusal, and the conflict. */
export function EditFrame({ editing, opened, current, edit, invalid, onCancel, children }: EditFrameProps) {
  const changedMeanwhile = (Object.keys(edit) as (keyof TaskEdit)[]).some(
    (field) => current[field] !== opened[field] && current[field] !== edit[field],
  )

  function submit() {
    if (!invalid && !editing.pending) editing.save(edit)
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape') {
      event.stopPropagation()
      onCancel()
    }
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit()
  }

  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      noValidate
      className="mb-1 grid gap-2"
      // The keys are a shortcut for the buttons below.
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <FormError error={editing.error} />
      {children}
      <StatusLine>
        {changedMeanwhile &&
          !editing.pending &&
          'Somebody else has changed this. Saving lets you choose between both versions.'}
      </StatusLine>
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" variant="primary" size="sm" pending={editing.pending} disabled={invalid}>
          Save
        </Button>
        <Button size="sm" onClick={onCancel}>
          Cancel
        </Button>
        <span className="text-xs text-muted max-sm:hidden">{modifierKey} Enter saves, Escape cancels</span>
      </div>
      {editing.conflict && (
        <Suspense>
          <ConflictDialog
            fields={editing.conflict}
            pending={editing.pending}
            onKeepMine={editing.keepMine}
            onTakeTheirs={editing.takeTheirs}
            onClose={editing.goOnEditing}
          />
        </Suspense>
      )}
    </form>
  )
}
