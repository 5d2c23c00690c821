import { useRouter } from '@tanstack/react-router'
import type { MouseEvent, ReactNode } from 'react'

interface QuickLinkProps {
  /** An address within DevSync. */
  href: string
  className?: string
  children: ReactNode
}

/** A link that costs a long list next to nothing: it asks the router nothing until somebody follows it. */
export function QuickLink({ href, className, children }: QuickLinkProps) {
  const router = useRouter()
  function follow(event: MouseEvent<HTMLAnchorElement>) {
    const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey
    if (elsewhere || event.button !== 0 || event.defaultPrevented) return
    event.preventDefault()
    router.history.push(href)
  }
  const approach = () => void router.preloadRoute({ to: href })
  return (
    <a href={href} className={className} onClick={follow} onMouseEnter={approach} onFocus={approach}>
      {children}
    </a>
  )
}
