import { X } from 'lucide-react'
import { useEffect } from 'react'
import { priorityLabels, statusLabels, TASK_PRIORITIES, TASK_STATUSES } from '@/api/labels'
import { useBulkUpdateTasks } from '@/api/tasks/mutations'
import type { BulkTaskInput } from '@/api/types'
import { PersonPicker } from '@/components/domain/person-picker'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { Select } from '@/components/ui/select'
import { announce } from '@/lib/announce'
import { canReassignTasks } from '@/session/permissions'
import { useSession } from '@/session/session'
import type { Selection } from '../hooks/use-selection'
import { reportBulkResults } from '../bulk-results'

const statusOptions = TASK_STATUSES.map((value) => ({ value, label: statusLabels[value] }))
const priorityOptions = TASK_PRIORITIES.map((value) => ({ value, label: priorityLabels[value] }))

/** The server takes no more at once. */
const MOST = 500

/** Appears while tasks are chosen, and changes all of them. */
export function BulkBar({ selection }: { selection: Selection }) {
  const session = useSession()
  const bulk = useBulkUpdateTasks({ failure: 'The tasks were not changed' })
  const count = selection.ids.length
  const tooMany = count > MOST

  function change(changes: Omit<BulkTaskInput, 'ids'>) {
    bulk.mutate(
      { ids: [...selection.ids], ...changes },
      {
        onSuccess: (results) => {
          reportBulkResults(results)
          selection.remove(results.filter((result) => result.status < 300).map((result) => result.id))
        },
      },
    )
  }

  const news = bulk.isPending ? `Changing ${count}…` : `${count.toLocaleString()} selected`
  // The bar comes with its text, which a live region of its own would keep to itself.
  useEffect(() => {
    if (count > 0) announce(`Tasks: ${news}`)
  }, [count, news])

  if (count === 0) return null
  const disabled = bulk.isPending || tooMany
  return (
    <section
      aria-label="Change the selected tasks"
      className="sticky bottom-3 z-20 mx-auto mt-3 flex w-fit max-w-full flex-wrap items-center gap-2 rounded-card border bg-raised p-2 shadow-floating"
    >
      <p className="px-1 font-medium tabular">
        {news}
        {tooMany && <span className="text-danger"> (at most {MOST} at once)</span>}
      </p>
      <Select
        aria-label="Set status"
        placeholder="Status"
        className="w-32"
        disabled={disabled}
        value={undefined}
        options={statusOptions}
        onChange={(status) => change({ status })}
      />
      <Select
        aria-label="Set priority"
        placeholder="Priority"
        className="w-28"
        disabled={disabled}
        value={undefined}
        options={priorityOptions}
        onChange={(priority) => change({ priority })}
      />
      {canReassignTasks(session) && (
        <BulkAssign disabled={disabled} onAssign={(id) => change({ assigned_to: id })} />
      )}
      <Button variant="ghost" className="max-sm:hidden" onClick={selection.clear}>
        Clear
      </Button>
      <IconButton label="Clear selection" className="sm:hidden" onClick={selection.clear}>
        <X aria-hidden />
      </IconButton>
    </section>
  )
}

/** No value stands for "nobody" here as well, so the picker starts from an id no person has. */
const UNDECIDED = -1

function BulkAssign({ disabled, onAssign }: { disabled: boolean; onAssign: (id: number | null) => void }) {
  return (
    <PersonPicker
      aria-label="Set assignee"
      className="w-36"
      placeholder="Assignee"
      disabled={disabled}
      value={UNDECIDED}
      onChange={onAssign}
    />
  )
}
