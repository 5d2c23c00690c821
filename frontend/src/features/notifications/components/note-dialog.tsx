import { useState, type FormEvent } from 'react'
import { PersonPicker } from '@/components/domain/person-picker'
import { Button } from '@/components/ui/button'
import { Dialog, DialogActions, DialogClose, DialogContent } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { FormError } from '@/components/ui/form-error'
import { Textarea } from '@/components/ui/input'
import type { Draft } from '@/lib/drafts'
import { toast } from '@/lib/toast'
import { canNotifyOthers } from '@/session/permissions'
import { useSession } from '@/session/session'
import { useDraft } from '@/session/use-draft'
import { useSendNote } from '../api/notifications'
import type { NoteAbout } from './send-note'

const LENGTH_MAX = 500

interface NoteDraft extends Draft {
  to: number | null
}

interface NoteDialogProps extends NoteAbout {
  onClose: () => void
}

function useNote({ to, task }: NoteAbout, self: number | undefined) {
  const draft = useDraft<NoteDraft>(`note/${task?.id ?? 'any'}/${to?.id ?? 'any'}`)
  const [note, setNote] = useState({ text: '', to: self ?? to?.id ?? null, ...draft.found })
  function write(part: Partial<Pick<NoteDraft, 'text' | 'to'>>) {
    const next = { ...note, ...part }
    setNote(next)
    draft.keep(next.text.trim() === '' ? undefined : { ...next, label: 'Note' })
  }
  return { text: note.text, person: note.to, write, forget: draft.forget }
}

/** Mounted while open. What was begun is there again until it is sent or given up. */
export function NoteDialog({ to, task, onClose }: NoteDialogProps) {
  const session = useSession()
  const others = canNotifyOthers(session)
  const { text, person, write, forget } = useNote({ to, task }, others ? undefined : session.user.id)
  const send = useSendNote()
  const message = text.trim()

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (person === null || message === '' || send.isPending) return
    const sent = await send.mutateAsync({ user_id: person, message, task_id: task?.id ?? null }).then(
      () => true,
      // The form shows why.
      () => false,
    )
    if (!sent) return
    forget()
    toast.success('The note is sent')
    onClose()
  }

  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        title={others ? 'Send a note' : 'Note to myself'}
        description={
          task
            ? `It appears among the notifications at once, with a link to “${task.title}”.`
            : 'It appears among the notifications at once.'
        }
      >
        <form onSubmit={(event) => void submit(event)} className="grid gap-4">
          <FormError error={send.error} />
          {others && (
            <Field label="To" required>
              {(field) => (
                <PersonPicker
                  {...field}
                  nobody="Choose somebody"
                  value={person}
                  onChange={(id) => write({ to: id })}
                />
              )}
            </Field>
          )}
          <Field label="Message" hint={`At most ${LENGTH_MAX} characters.`} required>
            {(field) => (
              <Textarea
                {...field}
                rows={4}
                maxLength={LENGTH_MAX}
                value={text}
                onChange={(event) => write({ text: event.target.value })}
              />
            )}
          </Field>
          <DialogActions>
            <DialogClose asChild>
              <Button onClick={forget}>Cancel</Button>
            </DialogClose>
            <Button
              type="submit"
              variant="primary"
              pending={send.isPending}
              disabled={person === null || message === ''}
            >
              Send
            </Button>
          </DialogActions>
        </form>
      </DialogContent>
    </Dialog>
  )
}
