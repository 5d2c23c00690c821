import { Popover as Radix } from 'radix-ui'
import { useLayoutEffect, useRef, type ComponentProps } from 'react'
import { cn } from '@/lib/cn'

export const Popover = Radix.Root
export const PopoverTrigger = Radix.Trigger

/**
 * Gives focus back to the opener in the moment the content goes. Radix does so a little later, and until then the
 * keys of somebody quick would go nowhere.
 */
function FocusReturn() {
  const inside = useRef<HTMLSpanElement>(null)
  useLayoutEffect(() => {
    const content = inside.current?.parentElement
    const opener = document.activeElement
    return () => {
      if (opener instanceof HTMLElement && content?.contains(document.activeElement)) opener.focus()
    }
  }, [])
  return <span ref={inside} hidden />
}

/** By the time Radix would give focus back it may have gone on. */
function keepFocusWhereItIs(event: Event) {
  if (document.activeElement !== document.body) event.preventDefault()
}

export function PopoverContent({ className, children, ...props }: ComponentProps<typeof Radix.Content>) {
  return (
    <Radix.Portal>
      <Radix.Content
        sideOffset={6}
        collisionPadding={8}
        onCloseAutoFocus={keepFocusWhereItIs}
        className={cn(
          'z-50 appear rounded-card border bg-raised p-3 text-ink shadow-floating outline-none',
          className,
        )}
        {...props}
      >
        <FocusReturn />
        {children}
      </Radix.Content>
    </Radix.Portal>
  )
}
