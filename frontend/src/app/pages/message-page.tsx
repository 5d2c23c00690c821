import { useMatch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTitle } from '@/components/ui/page'

interface MessagePageProps {
  code: string
  title: string
  actions: ReactNode
  children: ReactNode
}

/** A page that has only something to say: not found, forbidden, broken. */
export function MessagePage({ code, title, actions, children }: MessagePageProps) {
  useTitle(title)
  // The shell has the page's main landmark; outside it this is one.
  const inShell = useMatch({ from: '/app', shouldThrow: false }) !== undefined
  const Landmark = inShell ? 'div' : 'main'
  return (
    <Landmark className="mx-auto grid min-h-[70dvh] max-w-lg content-center gap-3 px-4 py-10">
      <p className="text-sm font-medium text-accent-text tabular">{code}</p>
      <h1 tabIndex={-1} data-page-heading className="text-2xl outline-none">
        {title}
      </h1>
      <div className="text-muted">{children}</div>
      <div className="mt-3 flex flex-wrap gap-2">{actions}</div>
    </Landmark>
  )
}
