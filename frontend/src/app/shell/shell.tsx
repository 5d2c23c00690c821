import { Outlet } from '@tanstack/react-router'
import { Suspense } from 'react'
import { lazyComponent } from '@/lib/lazy-component'
import { LiveProvider } from '@/realtime/live-provider'
import { ConnectionBanner } from './connection-banner'
import { Dialogs } from './dialogs'
import { Sidebar } from './sidebar'
import { SkipLink } from './skip-link'
import { Topbar } from './topbar'
import { useShellShortcuts } from './use-shell-shortcuts'

// After the first paint, but not only with the first message: that may be about the lost connection.
const Toaster = lazyComponent(() => import('@/components/ui/toaster'), 'Toaster')

/** The frame around every page behind the sign-in. */
export function Shell() {
  return (
    <LiveProvider>
      <SkipLink />
      <ShellFrame />
      <Suspense>
        <Toaster />
      </Suspense>
    </LiveProvider>
  )
}

function ShellFrame() {
  const shortcuts = useShellShortcuts()
  return (
    <div className="grid min-h-dvh grid-cols-1 grid-rows-[auto_1fr] lg:grid-cols-[14rem_minmax(0,1fr)] print:block">
      <Sidebar className="row-span-2 hidden lg:flex print:hidden" />
      <Topbar onOpenPalette={() => shortcuts.open('palette')} onOpenHelp={() => shortcuts.open('help')} />
      <main id="main" tabIndex={-1} className="min-w-0 outline-none">
        <ConnectionBanner />
        <Outlet />
      </main>
      <Suspense>
        <Dialogs shown={shortcuts.shown} onOpen={shortcuts.open} onClose={shortcuts.close} />
      </Suspense>
    </div>
  )
}
