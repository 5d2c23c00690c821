import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useShortcuts } from '@/lib/shortcuts'
import { useSession } from '@/session/session'
import { destinationsFor } from './navigation'

export type ShellDialog = 'palette' | 'help'

/** The keys that work everywhere, and which of the shell's dialogs is open. */
export function useShellShortcuts() {
  const [shown, setShown] = useState<ShellDialog | null>(null)
  const navigate = useNavigate()
  const session = useSession()

  const goTo = destinationsFor(session).map(
    ({ key, to }) => [`g ${key}`, () => void navigate({ to })] as const,
  )
  useShortcuts({
    'mod+k': () => setShown('palette'),
    '/': () => setShown('palette'),
    '?': () => setShown('help'),
    ...Object.fromEntries(goTo),
  })

  return { shown, open: (dialog: ShellDialog) => setShown(dialog), close: () => setShown(null) }
}
