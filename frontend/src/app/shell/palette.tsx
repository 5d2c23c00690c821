import { useNavigate } from '@tanstack/react-router'
import { Keyboard, Moon, Sun } from 'lucide-react'
import { CommandPalette, type PaletteCommand } from '@/features/search/components/command-palette'
import { setTheme } from '@/lib/theme'
import { useSession } from '@/session/session'
import { destinationsFor } from './navigation'

interface PaletteProps {
  onClose: () => void
  onOpenHelp: () => void
}

/** The palette with the pages and actions this person has. */
export default function Palette({ onClose, onOpenHelp }: PaletteProps) {
  const session = useSession()
  const navigate = useNavigate()

  const pages: PaletteCommand[] = destinationsFor(session).map(({ to, label, icon, key }) => ({
    label,
    icon,
    shortcut: `G ${key.toUpperCase()}`,
    run: () => void navigate({ to }),
  }))
  const actions: PaletteCommand[] = [
    { label: 'Use the light theme', icon: Sun, run: () => setTheme('light') },
    { label: 'Use the dark theme', icon: Moon, run: () => setTheme('dark') },
    { label: 'Show keyboard shortcuts', icon: Keyboard, shortcut: '?', run: onOpenHelp },
  ]
  return <CommandPalette pages={pages} actions={actions} onClose={onClose} />
}
