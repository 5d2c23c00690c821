import { X } from 'lucide-react'
import { Dialog as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { cn } from '@/lib/cn'
import { IconButton } from './icon-button'
import { useFocusBack } from './use-focus-back'

export const Dialog = Radix.Root
export const DialogTrigger = Radix.Trigger
export const DialogClose = Radix.Close

interface DialogContentProps {
  title: string
  description?: ReactNode
  size?: 'sm' | 'md' | 'lg'
  className?: string
  children: ReactNode
}

const sizes = { sm: 'sm:max-w-sm', md: 'sm:max-w-lg', lg: 'sm:max-w-3xl' }

/** A dialog with its heading; at phone width it comes up from the bottom edge. */
export function DialogContent({ title, description, size = 'md', className, children }: DialogContentProps) {
  const focusBack = useFocusBack()
  return (
    <Radix.Portal>
      <Radix.Overlay className="fixed inset-0 z-40 bg-overlay" />
      <Radix.Content
        {...focusBack}
        {...(!description && { 'aria-describedby': undefined })}
        className={cn(
          'fixed inset-x-0 bottom-0 z-40 flex max-h-[92dvh] appear flex-col rounded-t-card border bg-raised text-ink shadow-floating outline-none',
          'sm:inset-x-4 sm:top-[12dvh] sm:bottom-auto sm:mx-auto sm:max-h-[80dvh] sm:rounded-card',
          sizes[size],
          className,
        )}
      >
        <div className="border-b py-3 pr-12 pl-4">
          <Radix.Title className="text-lg">{title}</Radix.Title>
          {description && (
            <Radix.Description className="mt-0.5 text-sm text-muted">{description}</Radix.Description>
          )}
        </div>
        <div className="overflow-y-auto p-4">{children}</div>
        {/* Last, so that opening puts focus on the content's first control. */}
        <Radix.Close asChild>
          <IconButton label="Close" className="absolute top-2 right-2">
            <X aria-hidden />
          </IconButton>
        </Radix.Close>
      </Radix.Content>
    </Radix.Portal>
  )
}

export function DialogActions({ children }: { children: ReactNode }) {
  return <div className="mt-5 flex flex-wrap justify-end gap-2">{children}</div>
}
