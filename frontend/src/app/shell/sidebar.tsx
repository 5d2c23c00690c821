import { Link } from '@tanstack/react-router'
import { Logo } from '@/components/ui/logo'
import { cn } from '@/lib/cn'
import { homePath } from '@/session/permissions'
import { useSession } from '@/session/session'
import { NavigationLinks } from './navigation-links'

export function Sidebar({ className }: { className?: string }) {
  const session = useSession()
  return (
    <aside
      aria-label="Sidebar"
      className={cn('sticky top-0 h-dvh flex-col overflow-y-auto border-r bg-surface', className)}
    >
      <Link to={homePath(session)} className="m-2 self-start rounded-control p-2" aria-label="DevSync, home">
        <Logo />
      </Link>
      <NavigationLinks />
    </aside>
  )
}
