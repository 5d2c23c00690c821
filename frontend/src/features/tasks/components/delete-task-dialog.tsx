import { useDeleteTask } from '@/api/tasks/mutations'
import type { TaskItem } from '@/api/types'
import { ConfirmDialog } from '@/components/ui/alert-dialog'
import { toast } from '@/lib/toast'

interface DeleteTaskDialogProps {
  task: TaskItem
  onClose: () => void
  onDeleted: () => void
}

export function DeleteTaskDialog({ task, onClose, onDeleted }: DeleteTaskDialogProps) {
  const remove = useDeleteTask()
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Delete #${task.id} ${task.title}?`}
      description="Its comments and GitHub links go too. This cannot be undone. Linked issues on GitHub stay as they are."
      confirmLabel="Delete task"
      pending={remove.isPending}
      error={remove.error}
      onConfirm={() =>
        remove.mutate(task.id, {
          onSuccess: () => {
            toast.success(`#${task.id} ${task.title} is deleted`)
            onDeleted()
          },
        })
      }
    />
  )
}
