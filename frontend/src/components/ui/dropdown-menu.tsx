import { Check } from 'lucide-react'
import { DropdownMenu as Radix } from 'radix-ui'
import type { ComponentProps, ReactNode } from 'react'
import { cn } from '@/lib/cn'
import { menuItemClasses, menuSurfaceClasses } from './menu-classes'

export const DropdownMenu = Radix.Root
export const DropdownMenuTrigger = Radix.Trigger
export const DropdownMenuRadioGroup = Radix.RadioGroup

export function DropdownMenuContent({ className, ...props }: ComponentProps<typeof Radix.Content>) {
  return (
    <Radix.Portal>
      <Radix.Content
        sideOffset={4}
        collisionPadding={8}
        align="end"
        className={cn(
          menuSurfaceClasses,
          'max-h-(--radix-dropdown-menu-content-available-height) min-w-48',
          className,
        )}
        {...props}
      />
    </Radix.Portal>
  )
}

type ItemProps = ComponentProps<typeof Radix.Item> & { tone?: 'danger' | undefined }

export function DropdownMenuItem({ className, tone, ...props }: ItemProps) {
  return (
    <Radix.Item className={cn(menuItemClasses, tone === 'danger' && 'text-danger', className)} {...props} />
  )
}

export function DropdownMenuRadioItem({ children, ...props }: ComponentProps<typeof Radix.RadioItem>) {
  return (
    <Radix.RadioItem className={cn(menuItemClasses, 'pr-8')} {...props}>
      {children}
      <Radix.ItemIndicator className="absolute right-2">
        <Check className="text-accent-text" aria-hidden />
      </Radix.ItemIndicator>
    </Radix.RadioItem>
  )
}

export function DropdownMenuLabel({ children }: { children: ReactNode }) {
  return <Radix.Label className="px-2 py-1 text-xs text-muted">{children}</Radix.Label>
}

export function DropdownMenuSeparator() {
  return <Radix.Separator className="my-1 h-px bg-line" />
}
