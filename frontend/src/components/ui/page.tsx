import { useEffect, type ReactNode } from 'react'
import { cn } from '@/lib/cn'

const APP_NAME = 'DevSync'

/** Names the browser tab. The shell announces it and moves focus to the heading after navigation. */
export function useTitle(title: string) {
  useEffect(() => {
    document.title = title === APP_NAME ? APP_NAME : `${title} · ${APP_NAME}`
  }, [title])
}

interface PageProps {
  title: string
  /** When the visible heading is more than its text. */
  heading?: ReactNode
  description?: ReactNode
  actions?: ReactNode
  /** Boards and long tables use the whole width. */
  wide?: boolean
  className?: string
  children: ReactNode
}

/** The frame of every page behind the sign-in: title, heading, actions, content. */
export function Page({
  title,
  heading = title,
  description,
  actions,
  wide = false,
  className,
  children,
}: PageProps) {
  useTitle(title)
  return (
    <div className={cn('mx-auto w-full px-4 py-5 sm:px-6', !wide && 'max-w-6xl', className)}>
      <header className="mb-4 flex flex-wrap items-start justify-between gap-x-4 gap-y-3">
        <div className="min-w-0">
          <h1 tabIndex={-1} data-page-heading className="text-xl outline-none">
            {heading}
          </h1>
          {description && <div className="mt-0.5 text-muted">{description}</div>}
        </div>
        {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </header>
      {children}
    </div>
  )
}
