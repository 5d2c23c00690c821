import type { ComponentProps, ReactNode } from 'react'
import { Button } from './button'
import { Tooltip } from './tooltip'

type IconButtonProps = Omit<ComponentProps<typeof Button>, 'children' | 'aria-label' | 'asChild'> & {
  /** Names the button for screen readers and, as a tooltip, for everybody else. */
  label: string
  shortcut?: string
  children: ReactNode
}

export function IconButton({
  label,
  shortcut,
  children,
  variant = 'ghost',
  size = 'icon',
  ...props
}: IconButtonProps) {
  return (
    <Tooltip content={label} shortcut={shortcut}>
      <Button variant={variant} size={size} aria-label={label} {...props}>
        {children}
      </Button>
    </Tooltip>
  )
}
