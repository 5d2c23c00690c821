import { Dialog, DialogContent } from '@/components/ui/dialog'
import { toast } from '@/lib/toast'
import { useCreateProject } from '../api/projects'
import { ProjectForm } from './project-form'

interface CreateProjectDialogProps {
  open: boolean
  onOpenChange: (open: boolean) => void
  onCreated: (id: number) => void
}

export function CreateProjectDialog({ open, onOpenChange, onCreated }: CreateProjectDialogProps) {
  const create = useCreateProject()
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
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
                  onOpenChange(false)
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
