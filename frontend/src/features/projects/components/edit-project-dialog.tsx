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

/** Mounted while open, so that it starts from the project as it is at that moment. */
export function EditProjectDialog({ project, onClose }: EditProjectDialogProps) {
  const [opened] = useState(project)
  const [conflict, setConflict] = useState<Conflict | null>(null)
  const { data: people = [] } = useQuery(usersQuery())
  const update = useUpdateProject()
  const isConflict = update.error instanceof ConflictError

  function save(values: Values, version: number) {
    update.mutate(
      { id: project.id, version, changes: { ...values, github_repo: values.github_repo || null } },
      {
        onSuccess: () => {
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

  const nameOf = (id: number) => people.find((person) => person.id === id)?.name ?? `#${id}`

  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent title={`Edit ${opened.name}`}>
        <ProjectForm
          initial={toForm(opened)}
          submitLabel="Save"
          pending={update.isPending}
          error={isConflict ? null : update.error}
          onSubmit={(values) => save(values, opened.version)}
        />
        <ConflictDialog
          fields={conflict && differences(conflict.mine, toForm(conflict.theirs), nameOf)}
          pending={update.isPending}
          onKeepMine={() => conflict && save(conflict.mine, conflict.theirs.version)}
          onTakeTheirs={onClose}
          onClose={() => setConflict(null)}
        />
      </DialogContent>
    </Dialog>
  )
}
