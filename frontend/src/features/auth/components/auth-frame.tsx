import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Logo } from '@/components/ui/logo'
import { useTitle } from '@/components/ui/page'

interface AuthFrameProps {
  title: string
  intro: ReactNode
  footer: ReactNode
  children: ReactNode
}

/** The narrow page that signing in and registering share. */
export function AuthFrame({ title, intro, footer, children }: AuthFrameProps) {
  useTitle(title)
  return (
    <main id="main" className="mx-auto flex min-h-dvh w-full max-w-sm flex-col justify-center px-4 py-10">
      <Link to="/" className="mb-8 self-start rounded-control" aria-label="DevSync, to the start page">
        <Logo />
      </Link>
      <h1 tabIndex={-1} data-page-heading className="text-2xl outline-none">
        {title}
      </h1>
      <p className="mt-1 mb-6 text-muted">{intro}</p>
      {children}
      <p className="mt-6 text-muted">{footer}</p>
    </main>
  )
}
