import { Search } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Kbd } from '@/components/ui/kbd'
import { NotificationBell } from '@/features/notifications/components/notification-bell'
import { modifierKey } from '@/lib/shortcuts'
import { MobileMenu } from './mobile-menu'
import { UserMenu } from './user-menu'

interface TopbarProps {
  onOpenPalette: () => void
  onOpenHelp: () => void
}

export function Topbar({ onOpenPalette, onOpenHelp }: TopbarProps) {
  return (
    <header className="sticky top-0 z-30 flex h-12 items-center gap-1 border-b bg-surface px-2 sm:px-4 print:hidden">
      <MobileMenu />
      <Button
        variant="ghost"
        className="min-w-0 flex-1 justify-start gap-2 border border-edge bg-canvas sm:max-w-80"
        onClick={onOpenPalette}
      >
        <Search aria-hidden />
        <span className="truncate">Search or jump to</span>
        <span className="ml-auto hidden gap-1 sm:flex" aria-hidden>
          <Kbd>{modifierKey}</Kbd>
          <Kbd>K</Kbd>
        </span>
      </Button>
      <div className="ml-auto flex items-center gap-1">
        <NotificationBell />
        <UserMenu onOpenHelp={onOpenHelp} />
      </div>
    </header>
  )
}
