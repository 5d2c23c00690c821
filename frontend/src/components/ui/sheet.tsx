import { X } from 'lucide-react'
import { Dialog as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { cn } from '@/lib/cn'
import { IconButton } from './icon-button'
import { useFocusBack } from './use-focus-back'

export const Sheet = Radix.Root
export const SheetTrigger = Radix.Trigger

interface SheetContentProps {
  title: string
  side?: 'left' | 'right'
  /** For a panel that is read rather than operated: focus goes to it, not to its close button. */
  readOnly?: boolean
  className?: string
  children: ReactNode
}

const sides = { left: 'left-0 border-r', right: 'right-0 border-l' }

/** A panel along one edge: navigation on phones, details beside a list. */
export function SheetContent({
  title,
  side = 'right',
  readOnly = false,
  className,
  children,
}: SheetContentProps) {
  const focusBack = useFocusBack()
  return (
    <Radix.Portal>
      <Radix.Overlay className="fixed inset-0 z-40 bg-overlay" />
      <Radix.Content
        aria-describedby={undefined}
        {...focusBack}
        onOpenAutoFocus={(event) => {
          focusBack.onOpenAutoFocus()
          if (!readOnly) return
          event.preventDefault()
          if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus()
        }}
        className={cn(
          'fixed inset-y-0 z-40 flex w-[min(24rem,calc(100vw-3rem))] flex-col bg-raised text-ink shadow-floating outline-none',
          sides[side],
          className,
        )}
      >
        <Radix.Title className="border-b py-2.5 pr-12 pl-4 text-lg">{title}</Radix.Title>
        <div className="min-h-0 flex-1 overflow-y-auto">{children}</div>
        <Radix.Close asChild>
          <IconButton label="Close" className="absolute top-1.5 right-2">
            <X aria-hidden />
          </IconButton>
        </Radix.Close>
      </Radix.Content>
    </Radix.Portal>
  )
}
