import { useId, type ReactNode } from 'react'
import { cn } from '@/lib/cn'

interface CardProps {
  title?: ReactNode
  actions?: ReactNode
  className?: string
  /** For lists and tables that bring their own padding. */
  flush?: boolean
  children: ReactNode
}

/** A titled part of a page. */
export function Card({ title, actions, className, flush = false, children }: CardProps) {
  const id = useId()
  return (
    <section
      aria-labelledby={title ? id : undefined}
      className={cn('rounded-card border bg-surface shadow-raised', className)}
    >
      {title && (
        <header className="flex min-h-11 flex-wrap items-center justify-between gap-x-2 gap-y-1 border-b px-4 py-1.5">
          <h2 id={id} className="text-base">
            {title}
          </h2>
          {actions}
        </header>
      )}
      <div className={cn(!flush && 'p-4')}>{children}</div>
    </section>
  )
}
