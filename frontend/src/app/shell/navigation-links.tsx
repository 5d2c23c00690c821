import { Link } from '@tanstack/react-router'
import { useSession } from '@/session/session'
import { navigationFor } from './navigation'

/** The list of pages, in the sidebar and in the phone's menu. */
export function NavigationLinks({ onNavigate }: { onNavigate?: () => void }) {
  const session = useSession()
  return (
    <nav aria-label="Main" className="grid gap-4 px-3 py-3">
      {navigationFor(session).map((group) => (
        <div key={group.label}>
          <h2 className="px-2 pb-1 text-xs font-medium tracking-normal text-faint">{group.label}</h2>
          <ul className="grid gap-0.5">
            {group.items.map(({ to, label, icon: Icon }) => (
              <li key={to}>
                <Link
                  to={to}
                  onClick={onNavigate}
                  className="flex h-8 items-center gap-2.5 rounded-control px-2 font-medium text-muted hover:bg-hover hover:text-ink aria-[current=page]:bg-selected aria-[current=page]:text-accent-text max-lg:h-10"
                >
                  <Icon className="size-4 shrink-0" aria-hidden />
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}
