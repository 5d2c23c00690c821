import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { TaskItem } from '@/api/types'
import { taskPageQuery } from '@/api/tasks/queries'
import { StatusBadge } from '@/components/domain/task-status'
import { Dialog, DialogContent } from '@/components/ui/dialog'
import { FormError } from '@/components/ui/form-error'
import { QueryView } from '@/components/ui/query-view'
import { SearchInput } from '@/components/ui/search-input'
import { toast } from '@/lib/toast'
import { canUpdateTask } from '@/session/permissions'
import { useSession } from '@/session/session'
import { useLinkTask, type LinkTarget } from '../api/links'

const SHOWN = 10

interface LinkToTaskProps {
  /** What to link; null while the dialog is closed. */
  target: LinkTarget | null
  onClose: () => void
}

/** Asks which task an issue or pull request belongs to. */
export function LinkToTask({ target, onClose }: LinkToTaskProps) {
  return (
    <Dialog open={target !== null} onOpenChange={(open) => !open && onClose()}>
      {target && (
        <DialogContent title={`Link #${target.number} to a task`} description={target.title}>
          <TaskChoice target={target} onClose={onClose} />
        </DialogContent>
      )}
    </Dialog>
  )
}

function TaskChoice({ target, onClose }: { target: LinkTarget; onClose: () => void }) {
  const [q, setQ] = useState('')
  const session = useSession()
  const navigate = useNavigate()
  const link = useLinkTask()
  const query = useQuery(taskPageQuery({ page: 1, per_page: SHOWN, sort: '-updated_at', ...(q && { q }) }))

  function choose(task: TaskItem) {
    link.mutate(
      { taskId: task.id, target },
      {
        onSuccess: () => {
          onClose()
          toast.success(`#${target.number} is linked to “${task.title}”`, {
            action: {
              label: 'Open the task',
              run: () => void navigate({ to: '/tasks/$taskId', params: { taskId: task.id } }),
            },
          })
        },
      },
    )
  }

  return (
    <div className="grid gap-3">
      <SearchInput
        label="Search tasks"
        placeholder="Search tasks"
        value={q}
        onChange={setQ}
        className="sm:w-full"
      />
      <FormError error={link.error} />
      <QueryView query={query} failure="The tasks could not be loaded">
        {({ tasks }) => {
          const offered = tasks.filter((task) => canUpdateTask(session, task))
          if (offered.length === 0) return <p className="py-4 text-muted">No task of yours matches.</p>
          return (
            <ul aria-label="Tasks" className="grid gap-1">
              {offered.map((task) => (
                <li key={task.id}>
                  <button
                    type="button"
                    disabled={link.isPending}
                    onClick={() => choose(task)}
                    className="flex w-full items-center justify-between gap-3 rounded-control px-2 py-1.5 text-left hover:bg-hover"
                  >
                    <span className="min-w-0">
                      <span className="block truncate font-medium">{task.title}</span>
                      <span className="block truncate text-sm text-muted">
                        {task.project_name ?? 'No project'}
                      </span>
                    </span>
                    <StatusBadge status={task.status} />
                  </button>
                </li>
              ))}
            </ul>
          )
        }}
      </QueryView>
    </div>
  )
}
