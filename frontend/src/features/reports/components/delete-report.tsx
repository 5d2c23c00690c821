import { ConfirmDialog } from '@/components/ui/alert-dialog'
import { announce } from '@/lib/announce'
import { useDeleteReport } from '../api/reports'

interface DeleteReportProps {
  /** The report to ask about; null while there is none. */
  id: number | null
  onClose: () => void
  onDeleted?: () => void
}

export function DeleteReport({ id, onClose, onDeleted }: DeleteReportProps) {
  const remove = useDeleteReport()

  function confirm() {
    if (id === null) return
    remove.mutate(id, {
      onSuccess: () => {
        announce('The report is deleted')
        onClose()
        onDeleted?.()
      },
    })
  }

  return (
    <ConfirmDialog
      open={id !== null}
      onOpenChange={(open) => !open && onClose()}
      title="Delete this report?"
      description="It is deleted for everybody and cannot be brought back."
      confirmLabel="Delete report"
      pending={remove.isPending}
      error={remove.error}
      onConfirm={confirm}
    />
  )
}
