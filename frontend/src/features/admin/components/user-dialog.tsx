import type { UserFull } from '@/api/types'
import { Dialog, DialogContent } from '@/components/ui/dialog'
import { EditUserForm } from './edit-user-form'
import { NewUserForm } from './new-user-form'

interface UserDialogProps {
  /** Null for somebody new. */
  user: UserFull | null
  onClose: () => void
}

export function UserDialog({ user, onClose }: UserDialogProps) {
  return (
    <Dialog open onOpenChange={(next) => !next && onClose()}>
      <DialogContent title={user ? `Edit ${user.name}` : 'Add a user'}>
        {user ? <EditUserForm user={user} onClose={onClose} /> : <NewUserForm onClose={onClose} />}
      </DialogContent>
    </Dialog>
  )
}
