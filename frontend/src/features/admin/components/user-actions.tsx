import { Pencil, Trash2 } from 'lucide-react'
import type { UserFull } from '@/api/types'
import { IconButton } from '@/components/ui/icon-button'

interface UserActionsProps {
  user: UserFull
  /** Nobody deletes their own account here. */
  isSelf: boolean
  onEdit: () => void
  onDelete: () => void
}

export function UserActions({ user, isSelf, onEdit, onDelete }: UserActionsProps) {
  return (
    <div className="flex w-16 sm:w-[4.25rem]">
      <IconButton label={`Edit ${user.name}`} onClick={onEdit}>
        <Pencil aria-hidden />
      </IconButton>
      {!isSelf && (
        <IconButton label={`Delete ${user.name}`} onClick={onDelete}>
          <Trash2 aria-hidden />
        </IconButton>
      )}
    </div>
  )
}
