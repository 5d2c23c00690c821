import { lazy } from 'react'
import type { ShellDialog } from './use-shell-shortcuts'

const Palette = lazy(() => import('./palette'))
const KeyboardHelp = lazy(() => import('./keyboard-help'))

interface DialogsProps {
  shown: ShellDialog | null
  onOpen: (dialog: ShellDialog) => void
  onClose: () => void
}

/** Loaded when first opened. */
export function Dialogs({ shown, onOpen, onClose }: DialogsProps) {
  return (
    <>
      {shown === 'palette' && <Palette onClose={onClose} onOpenHelp={() => onOpen('help')} />}
      {shown === 'help' && <KeyboardHelp onClose={onClose} />}
    </>
  )
}
