import type { UserFull } from '@/api/types'
import { ConfirmDialog } from '@/components/ui/alert-dialog'
import { toast } from '@/lib/toast'
import { useDeleteUser } from '../api/users'

interface DeleteUserProps {
  user: UserFull | null
  onClose: () => void
}

export function DeleteUser({ user, onClose }: DeleteUserProps) {
  const remove = useDeleteUser()

  function confirm() {
    if (!user) return
    remove.mutate(user.id, {
      onSuccess: () => {
        toast.success(`${user.name} is deleted`)
        onClose()
      },
    })
  }

  return (
    <ConfirmDialog
      open={user !== null}
      onOpenChange={(open) => {
        if (open) return
        remove.reset()
        onClose()
      }}
      title={`Delete ${user?.name ?? 'this user'}?`}
      description="They are signed out everywhere, and their tasks are left without an assignee. This cannot be undone."
      confirmLabel="Delete user"
      pending={remove.isPending}
      error={remove.error}
      onConfirm={confirm}
    />
  )
}
