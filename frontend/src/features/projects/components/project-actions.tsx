import { Ellipsis, Pencil, Trash2 } from 'lucide-react'
import { Suspense, useState } from 'react'
import type { ProjectItem } from '@/api/types'
import { Button } from '@/components/ui/button'
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu'
import { lazyComponent } from '@/lib/lazy-component'

const EditProjectDialog = lazyComponent(() => import('./edit-project-dialog'), 'EditProjectDialog')
const DeleteProjectDialog = lazyComponent(() => import('./delete-project-dialog'), 'DeleteProjectDialog')

interface ProjectActionsProps {
  project: ProjectItem
  onDeleted?: () => void
}

/** What those who manage projects can do with one. */
export function ProjectActions({ project, onDeleted }: ProjectActionsProps) {
  const [dialog, setDialog] = useState<'edit' | 'delete' | null>(null)
  const close = () => setDialog(null)
  return (
    <>
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <Button variant="ghost" size="icon" aria-label={`Actions for ${project.name}`}>
            <Ellipsis aria-hidden />
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent>
          <DropdownMenuItem onSelect={() => setDialog('edit')}>
            <Pencil aria-hidden />
            Edit and members
          </DropdownMenuItem>
          <DropdownMenuItem tone="danger" onSelect={() => setDialog('delete')}>
            <Trash2 aria-hidden />
            Delete
          </DropdownMenuItem>
        </DropdownMenuContent>
      </DropdownMenu>
      <Suspense>
        {dialog === 'edit' && <EditProjectDialog project={project} onClose={close} />}
        {dialog === 'delete' && (
          <DeleteProjectDialog project={project} onClose={close} {...(onDeleted && { onDeleted })} />
        )}
      </Suspense>
    </>
  )
}
