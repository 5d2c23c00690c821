import { Button } from '@/components/ui/button'
import { Dialog, DialogActions, DialogContent } from '@/components/ui/dialog'

export interface ConflictField {
  label: string
  mine: string
  theirs: string
}

interface ConflictDialogProps {
  /** The fields that differ; the dialog is open while there are any. Null when there is no conflict. */
  fields: ConflictField[] | null
  onKeepMine: () => void
  onTakeTheirs: () => void
  onClose: () => void
  pending?: boolean
}

/** Somebody saved first: shows both versions side by side and lets the second person choose. */
export function ConflictDialog({
  fields,
  onKeepMine,
  onTakeTheirs,
  onClose,
  pending = false,
}: ConflictDialogProps) {
  return (
    <Dialog open={fields !== null} onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        size="lg"
        title="Somebody else saved this in the meantime"
        description="Nothing is lost. Choose which version to keep, or close this to go on editing."
      >
        <table className="w-full table-fixed border-collapse text-left">
          <thead>
            <tr className="text-sm text-muted">
              <th scope="col" className="w-28 py-1 font-medium">
                Field
              </th>
              <th scope="col" className="py-1 font-medium">
                Yours
              </th>
              <th scope="col" className="py-1 font-medium">
                Saved by the other person
              </th>
            </tr>
          </thead>
          <tbody>
            {fields?.map((field) => (
              <tr key={field.label} className="border-t align-top">
                <th scope="row" className="py-2 font-medium">
                  {field.label}
                </th>
                <td className="py-2 pr-4 break-words whitespace-pre-wrap">{field.mine || '(empty)'}</td>
                <td className="py-2 break-words whitespace-pre-wrap">{field.theirs || '(empty)'}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <DialogActions>
          <Button onClick={onTakeTheirs}>Take theirs</Button>
          <Button variant="primary" pending={pending} onClick={onKeepMine}>
            Save mine
          </Button>
        </DialogActions>
      </DialogContent>
    </Dialog>
  )
}
