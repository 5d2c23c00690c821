import type { ProjectItem } from '@/api/types'
import { ConfirmDialog } from '@/components/ui/alert-dialog'
import { toast } from '@/lib/toast'
import { useDeleteProject } from '../api/projects'

interface DeleteProjectDialogProps {
  project: Pick<ProjectItem, 'id' | 'name' | 'task_count'>
  onClose: () => void
  onDeleted?: () => void
}

function tasksStay(count: number): string {
  if (count === 0) return 'It has no tasks.'
  return count === 1
    ? 'Its task stays, without a project.'
    : `Its ${count.toLocaleString()} tasks stay, without a project.`
}

export function DeleteProjectDialog({ project, onClose, onDeleted }: DeleteProjectDialogProps) {
  const remove = useDeleteProject()
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Delete ${project.name}?`}
      description={`${tasksStay(project.task_count)} This cannot be undone.`}
      confirmLabel="Delete project"
      pending={remove.isPending}
      error={remove.error}
      onConfirm={() =>
        remove.mutate(project.id, {
          onSuccess: () => {
            toast.success(`${project.name} is deleted`)
            onClose()
            onDeleted?.()
          },
        })
      }
    />
  )
}
