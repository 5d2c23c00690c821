import { Tooltip as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { Kbd } from './kbd'

interface TooltipProps {
  content: ReactNode
  shortcut?: string | undefined
  /** Must be focusable, and must say what it is without the tooltip. */
  children: ReactNode
}

export function Tooltip({ content, shortcut, children }: TooltipProps) {
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{children}</Radix.Trigger>
      <Radix.Portal>
        {/* Read as the description of what it belongs to, not as a part of the page. */}
        <Radix.Content
          aria-hidden
          sideOffset={6}
          collisionPadding={8}
          className="z-50 flex max-w-72 appear items-center gap-2 rounded-control border bg-raised px-2 py-1 text-xs text-ink shadow-floating"
        >
          {content}
          {shortcut && <Kbd>{shortcut}</Kbd>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

export const TooltipProvider = Radix.Provider
