import { Send } from 'lucide-react'
import { Suspense, useState } from 'react'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { lazyComponent } from '@/lib/lazy-component'
import { canNotifyOthers } from '@/session/permissions'
import { useSession } from '@/session/session'

const NoteDialog = lazyComponent(() => import('./note-dialog'), 'NoteDialog')

export interface NoteAbout {
  /** Whom it is for, if that is known already. */
  to?: { id: number; name: string } | undefined
  task?: { id: number; title: string } | undefined
}

interface SendNoteProps extends NoteAbout {
  /** For places where there is little room. */
  iconOnly?: boolean
}

/** Sends somebody a notification; those who may notify nobody else remind themselves. */
export function SendNote({ iconOnly = false, ...about }: SendNoteProps) {
  const [open, setOpen] = useState(false)
  const others = canNotifyOthers(useSession())
  const label = `${others ? 'Send a note' : 'Note to myself'}${about.to ? ` to ${about.to.name}` : ''}`
  return (
    <>
      {iconOnly ? (
        <IconButton label={about.task ? `${label} about this task` : label} onClick={() => setOpen(true)}>
          <Send aria-hidden />
        </IconButton>
      ) : (
        <Button onClick={() => setOpen(true)}>
          <Send aria-hidden />
          {label}
        </Button>
      )}
      {open && (
        <Suspense>
          <NoteDialog {...about} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
