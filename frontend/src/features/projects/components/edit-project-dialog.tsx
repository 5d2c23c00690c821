import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ConflictError } from '@/api/errors'
import type { ProjectItem } from '@/api/types'
import { usersQuery } from '@/api/users'
import { ConflictDialog } from '@/components/domain/conflict-dialog'
import { Dialog, DialogContent } from '@/components/ui/dialog'
import { toast } from '@/lib/toast'
import { useUpdateProject } from '../api/projects'
import { differences, toForm } from '../conflict'
import { useProjectDraft } from '../hooks/use-project-draft'
import type { ProjectForm as Values } from '../schemas'
import { ProjectForm } from './project-form'

interface EditProjectDialogProps {
  project: ProjectItem
  onClose: () => void
}

interface Conflict {
  mine: Values
  theirs: ProjectItem
}

/** Mounted while open. It starts from the project as it is at that moment, or goes on with what was begun before. */
export function EditProjectDialog({ project, onClose }: EditProjectDialogProps) {
  const draft = useProjectDraft(project)
  const opened = draft.opened ?? project
  const [conflict, setConflict] = useState<Conflict | null>(null)
  const { data: people = [] } = useQuery(usersQuery())
  const update = useUpdateProject()
  const isConflict = update.error instanceof ConflictError

  function save(values: Values, version: number) {
    update.mutate(
      { id: project.id, version, changes: { ...values, github_repo: values.github_repo || null } },
      {
        onSuccess: () => {
          draft.forget()
          toast.success('The project is saved')
          onClose()
        },
        onError: (error) => {
          setConflict(
            error instanceof ConflictError ? { mine: values, theirs: error.fresh as ProjectItem } : null,
          )
        },
      },
    )
  }

  function takeTheirs() {
    draft.forget()
    onClose()
  }

  const nameOf = (id: number) => people.find((person) => person.id === id)?.name ?? `#${id}`

  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent title={`Edit ${opened.name}`}>
        <ProjectForm
          draft={draft}
          submitLabel="Save"
          pending={update.isPending}
          error={isConflict ? null : update.error}
          onSubmit={(values) => save(values, opened.version)}
        />
        <ConflictDialog
          fields={conflict && differences(conflict.mine, toForm(conflict.theirs), nameOf)}
          pending={update.isPending}
          onKeepMine={() => conflict && save(conflict.mine, conflict.theirs.version)}
          onTakeTheirs={takeTheirs}
          onClose={() => setConflict(null)}
        />
      </DialogContent>
    </Dialog>
  )
}
