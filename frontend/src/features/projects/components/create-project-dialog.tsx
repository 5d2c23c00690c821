import { Dialog, DialogContent } from '@/components/ui/dialog'
import { toast } from '@/lib/toast'
import { useCreateProject } from '../api/projects'
import { ProjectForm } from './project-form'

interface CreateProjectDialogProps {
  onClose: () => void
  onCreated: (id: number) => void
}

/** Mounted while open, so that it starts empty every time. */
export function CreateProjectDialog({ onClose, onCreated }: CreateProjectDialogProps) {
  const create = useCreateProject()
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent title="New project">
        <ProjectForm
          submitLabel="Create project"
          pending={create.isPending}
          error={create.error}
          onSubmit={(values) =>
            create.mutate(
              { ...values, github_repo: values.github_repo || null },
              {
                onSuccess: ({ id }) => {
                  toast.success(`${values.name} is created`)
                  onClose()
                  onCreated(id)
                },
              },
            )
          }
        />
      </DialogContent>
    </Dialog>
  )
}
