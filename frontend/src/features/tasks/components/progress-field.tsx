import { useState } from 'react'
import { isComplete } from '@/api/labels'
import { useUpdateTask } from '@/api/tasks/mutations'
import type { TaskItem } from '@/api/types'
import { ConfirmDialog } from '@/components/ui/alert-dialog'
import type { FieldControl } from '@/components/ui/field'

const STEP = 5
const FULL = 100

interface ProgressFieldProps extends FieldControl {
  task: TaskItem
  disabled: boolean
}

/** A slider that saves when it comes to rest. At 100 % it asks whether the task is done. */
export function ProgressField({ task, disabled, ...control }: ProgressFieldProps) {
  const [draft, setDraft] = useState<number | null>(null)
  const [asking, setAsking] = useState(false)
  const update = useUpdateTask({ failure: 'The progress was not changed' })
  const value = draft ?? task.progress

  function commit() {
    setDraft(null)
    if (draft === null || draft === task.progress) return
    update.mutate({ id: task.id, changes: { progress: draft } })
    if (draft === FULL && !isComplete(task.status)) setAsking(true)
  }

  return (
    <>
      <div className="flex h-8 items-center gap-2">
        <input
          {...control}
          type="range"
          min={0}
          max={FULL}
          step={STEP}
          disabled={disabled}
          className="min-w-0 flex-1"
          aria-valuetext={`${value} %`}
          value={value}
          onChange={(event) => setDraft(Number(event.target.value))}
          onPointerUp={commit}
          onKeyUp={commit}
          onBlur={commit}
        />
        <span className="w-10 text-right text-sm tabular">{value}%</span>
      </div>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title="Is the task done?"
        description="Its progress is 100 %. It can be marked as done, or stay where it is."
        confirmLabel="Mark as done"
        tone="primary"
        onConfirm={() => {
          setAsking(false)
          update.mutate({ id: task.id, changes: { status: 'done' } })
        }}
      />
    </>
  )
}
