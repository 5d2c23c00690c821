import { AlertDialog as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { Button } from './button'
import { FormError } from './form-error'
import { useFocusBack } from './use-focus-back'

interface ConfirmDialogProps {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: string
  /** What will happen, and whether it can be undone. */
  description: ReactNode
  confirmLabel: string
  tone?: 'danger' | 'primary'
  pending?: boolean
  error?: unknown
  onConfirm: () => void
}

/** Asks before something that cannot be undone. Closing after success is the caller's. */
export function ConfirmDialog({
  open,
  onOpenChange,
  title,
  description,
  confirmLabel,
  tone = 'danger',
  pending = false,
  error,
  onConfirm,
}: ConfirmDialogProps) {
  const focusBack = useFocusBack()
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-overlay" />
        <Radix.Content
          {...focusBack}
          className="fixed inset-x-4 top-[18dvh] z-40 mx-auto max-w-md appear rounded-card border bg-raised p-4 text-ink shadow-floating outline-none"
        >
          <Radix.Title className="text-lg">{title}</Radix.Title>
          <Radix.Description asChild>
            <div className="mt-1 mb-3 text-base text-muted">{description}</div>
          </Radix.Description>
          <FormError error={error} />
          <div className="mt-4 flex flex-wrap justify-end gap-2">
            <Radix.Cancel asChild>
              <Button>Cancel</Button>
            </Radix.Cancel>
            <Button variant={tone} pending={pending} onClick={onConfirm}>
              {confirmLabel}
            </Button>
          </div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
