import { Command } from 'cmdk'
import { Check, ChevronDown, RotateCw } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { errorMessage } from '@/api/errors'
import { cn } from '@/lib/cn'
import { controlClasses } from './control'
import type { FieldControl } from './field'
import { menuItemClasses } from './menu-classes'
import { Popover, PopoverContent, PopoverTrigger } from './popover'

export interface ComboboxOption<T> {
  value: T
  /** Searched, and shown when there is no `content`. */
  label: string
  /** Further words that find this option. */
  keywords?: string[]
  content?: ReactNode
}

/** Where the options come from, if they have to be loaded. */
interface OptionSource {
  isPending: boolean
  isFetching: boolean
  error: unknown
  refetch: () => unknown
}

interface ComboboxProps<T> extends Partial<FieldControl> {
  options: readonly ComboboxOption<T>[]
  source?: OptionSource
  selected: readonly T[]
  onSelect: (value: T) => void
  /** Keeps the list open, for choosing several. */
  multiple?: boolean
  placeholder?: string
  searchPlaceholder?: string
  emptyText?: string
  disabled?: boolean
  className?: string
  'aria-label'?: string
  /** What the closed control shows; the names of the selected options by default. */
  summary?: ReactNode
}

export function Combobox<T extends string | number | null>({
  options,
  source,
  selected,
  onSelect,
  multiple = false,
  placeholder = 'Choose',
  searchPlaceholder = 'Search',
  emptyText = 'Nothing found.',
  disabled = false,
  className,
  summary,
  ...control
}: ComboboxProps<T>) {
  const [open, setOpen] = useState(false)
  const chosen = options.filter((option) => selected.includes(option.value))

  function select(value: T) {
    onSelect(value)
    if (!multiple) setOpen(false)
  }

  return (
    <Popover open={open} onOpenChange={setOpen}>
      <PopoverTrigger
        {...control}
        role="combobox"
        aria-expanded={open}
        aria-haspopup="listbox"
        disabled={disabled}
        className={cn(controlClasses, 'flex h-8 items-center justify-between gap-2 text-left', className)}
      >
        <span className={cn('truncate', chosen.length === 0 && 'text-faint')}>
          {chosen.length === 0 ? placeholder : (summary ?? chosen.map((option) => option.label).join(', '))}
        </span>
        <ChevronDown className="size-4 shrink-0 text-muted" aria-hidden />
      </PopoverTrigger>
      <PopoverContent align="start" className="w-(--radix-popover-trigger-width) min-w-56 p-0">
        <Command label={searchPlaceholder} shouldFilter={!source?.error}>
          <Command.Input
            placeholder={searchPlaceholder}
            className="h-9 w-full border-b bg-transparent px-3 outline-none"
          />
          <Command.List className="max-h-64 overflow-y-auto p-1">
            {source && <Loading source={source} />}
            {!source?.isPending && !source?.error && (
              <Command.Empty className="px-2 py-3 text-sm text-muted">{emptyText}</Command.Empty>
            )}
            {options.map((option) => (
              <Command.Item
                key={String(option.value)}
                value={String(option.value)}
                keywords={[option.label, ...(option.keywords ?? [])]}
                onSelect={() => select(option.value)}
                className={cn(menuItemClasses, 'pr-8')}
              >
                <span className="flex min-w-0 items-center gap-2 truncate">
                  {option.content ?? option.label}
                </span>
                {selected.includes(option.value) && (
                  <>
                    <Check className="absolute right-2 text-accent-text" aria-hidden />
                    <span className="sr-only">(selected)</span>
                  </>
                )}
              </Command.Item>
            ))}
          </Command.List>
        </Command>
      </PopoverContent>
    </Popover>
  )
}

/** Options that are on their way or did not come are not options there are none of. */
function Loading({ source: { isPending, isFetching, error, refetch } }: { source: OptionSource }) {
  if (error && !isFetching) {
    return (
      <>
        <p role="alert" className="px-2 py-1.5 text-sm text-danger">
          The choices could not be loaded. {errorMessage(error)}
        </p>
        <Command.Item value="try-again" onSelect={refetch} className={menuItemClasses}>
          <RotateCw aria-hidden />
          Try again
        </Command.Item>
      </>
    )
  }
  return isPending || error ? (
    <p role="status" className="px-2 py-1.5 text-sm text-muted">
      Loading the choices
    </p>
  ) : null
}
