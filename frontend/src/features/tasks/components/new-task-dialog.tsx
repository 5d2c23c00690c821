import { useNavigate } from '@tanstack/react-router'
import { useCreateTask } from '@/api/tasks/mutations'
import { Dialog, DialogContent } from '@/components/ui/dialog'
import { toast } from '@/lib/toast'
import { useNewTaskDraft } from '../hooks/use-new-task-draft'
import type { NewTaskForm as Values } from '../schemas'
import { NewTaskForm } from './new-task-form'

interface NewTaskDialogProps {
  onClose: () => void
  projectId?: number | undefined
}

/** Mounted while open. It starts with what was entered last, if that was neither saved nor given up. */
export function NewTaskDialog({ onClose, projectId }: NewTaskDialogProps) {
  const create = useCreateTask()
  const draft = useNewTaskDraft(projectId)
  const navigate = useNavigate()

  async function save(values: Values) {
    const task = await create.mutateAsync(values).catch(() => null)
    // The form shows why.
    if (!task) return
    draft.forget()
    toast.success(`#${task.id} ${task.title} is created`, {
      action: {
        label: 'Open',
        run: () => void navigate({ to: '/tasks/$taskId', params: { taskId: task.id } }),
      },
    })
    onClose()
  }

  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent title="New task">
        <NewTaskForm
          draft={draft}
          initial={projectId === undefined ? {} : { project_id: projectId }}
          pending={create.isPending}
          error={create.error}
          onSubmit={(values) => void save(values)}
        />
      </DialogContent>
    </Dialog>
  )
}
