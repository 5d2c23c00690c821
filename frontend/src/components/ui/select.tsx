import { Check, ChevronDown } from 'lucide-react'
import { Select as Radix } from 'radix-ui'
import { useState, type ReactNode } from 'react'
import { cn } from '@/lib/cn'
import { controlClasses } from './control'
import type { FieldControl } from './field'
import { menuItemClasses, menuSurfaceClasses } from './menu-classes'

interface SelectOption<T extends string> {
  value: T
  /** Plain text, used for typing ahead and shown when there is no `content`. */
  label: string
  content?: ReactNode
  disabled?: boolean
}

interface SelectProps<T extends string> extends Partial<FieldControl> {
  value: T | undefined
  onChange: (value: T) => void
  options: readonly SelectOption<T>[]
  placeholder?: string
  disabled?: boolean
  defaultOpen?: boolean
  className?: string
  'aria-label'?: string
}

/** A box of its own, so that the line's text does not lift a badge off the middle. */
function Face<T extends string>({ option: { content, label } }: { option: SelectOption<T> }) {
  return content ? <span className="flex items-center">{content}</span> : label
}

/** The options are drawn once somebody comes near; a long table has a hundred of these that nobody touches. */
export function Select<T extends string>({
  value,
  onChange,
  options,
  placeholder = 'Choose',
  disabled = false,
  defaultOpen = false,
  className,
  ...control
}: SelectProps<T>) {
  const [near, setNear] = useState(defaultOpen)
  const chosen = options.find((option) => option.value === value)
  const approach = () => setNear(true)
  return (
    <Radix.Root
      value={value ?? ''}
      onValueChange={(next) => onChange(next as T)}
      disabled={disabled}
      defaultOpen={defaultOpen}
    >
      <Radix.Trigger
        {...control}
        onPointerEnter={approach}
        onFocus={approach}
        className={cn(
          controlClasses,
          'flex h-8 items-center justify-between gap-2 text-left data-placeholder:text-faint',
          className,
        )}
      >
        <span className="truncate">
          <Radix.Value placeholder={placeholder}>{chosen && <Face option={chosen} />}</Radix.Value>
        </span>
        <ChevronDown className="size-4 shrink-0 text-muted" aria-hidden />
      </Radix.Trigger>
      {near && <Options options={options} />}
    </Radix.Root>
  )
}

function Options<T extends string>({ options }: Pick<SelectProps<T>, 'options'>) {
  return (
    <Radix.Portal>
      <Radix.Content
        position="popper"
        sideOffset={4}
        collisionPadding={8}
        className={cn(
          menuSurfaceClasses,
          'max-h-(--radix-select-content-available-height) min-w-(--radix-select-trigger-width)',
        )}
      >
        <Radix.Viewport>
          {options.map((option) => (
            <Radix.Item
              key={option.value}
              value={option.value}
              textValue={option.label}
              disabled={option.disabled ?? false}
              className={cn(menuItemClasses, 'pr-8')}
            >
              <Radix.ItemText>
                <Face option={option} />
              </Radix.ItemText>
              <Radix.ItemIndicator className="absolute right-2">
                <Check className="size-4 text-accent-text" aria-hidden />
              </Radix.ItemIndicator>
            </Radix.Item>
          ))}
        </Radix.Viewport>
      </Radix.Content>
    </Radix.Portal>
  )
}
