import { useNavigate } from '@tanstack/react-router'
import { useCreateTask } from '@/api/tasks/mutations'
import { Dialog, DialogContent } from '@/components/ui/dialog'
import { toast } from '@/lib/toast'
import { NewTaskForm } from './new-task-form'

interface NewTaskDialogProps {
  onClose: () => void
  projectId?: number | undefined
}

/** Mounted while open, so that it starts empty every time. */
export function NewTaskDialog({ onClose, projectId }: NewTaskDialogProps) {
  const create = useCreateTask()
  const navigate = useNavigate()
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent title="New task">
        <NewTaskForm
          initial={projectId === undefined ? {} : { project_id: projectId }}
          pending={create.isPending}
          error={create.error}
          onSubmit={(values) =>
            create.mutate(values, {
              onSuccess: (task) => {
                toast.success(`#${task.id} ${task.title} is created`, {
                  action: {
                    label: 'Open',
                    run: () => void navigate({ to: '/tasks/$taskId', params: { taskId: task.id } }),
                  },
                })
                onClose()
              },
            })
          }
        />
      </DialogContent>
    </Dialog>
  )
}
