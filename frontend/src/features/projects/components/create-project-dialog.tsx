import { Dialog, DialogContent } from '@/components/ui/dialog'
import { toast } from '@/lib/toast'
import { useCreateProject } from '../api/projects'
import { useProjectDraft } from '../hooks/use-project-draft'
import { ProjectForm } from './project-form'

interface CreateProjectDialogProps {
  onClose: () => void
  onCreated: (id: number) => void
}

/** Mounted while open. It starts with what was entered last, if that was neither saved nor given up. */
export function CreateProjectDialog({ onClose, onCreated }: CreateProjectDialogProps) {
  const create = useCreateProject()
  const draft = useProjectDraft()
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent title="New project">
        <ProjectForm
          draft={draft}
          submitLabel="Create project"
          pending={create.isPending}
          error={create.error}
          onSubmit={(values) =>
            create.mutate(
              { ...values, github_repo: values.github_repo || null },
              {
                onSuccess: ({ id }) => {
                  draft.forget()
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
