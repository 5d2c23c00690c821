import { RadioGroup as Radix } from 'radix-ui'
import type { ReactNode } from 'react'

interface SegmentedControlProps<T extends string> {
  label: string
  value: T
  onChange: (value: T) => void
  options: readonly { value: T; label: ReactNode; name?: string }[]
}

/** One of a few, all in sight: a range, a layout. */
export function SegmentedControl<T extends string>({
  label,
  value,
  onChange,
  options,
}: SegmentedControlProps<T>) {
  return (
    <Radix.Root
      aria-label={label}
      value={value}
      onValueChange={(next) => onChange(next as T)}
      className="inline-flex rounded-control border bg-sunken p-0.5"
    >
      {options.map((option) => (
        <Radix.Item
          key={option.value}
          value={option.value}
          aria-label={option.name}
          // Radix chooses what an arrow key moves to only if the key is still down by then.
          onFocus={() => option.value !== value && onChange(option.value)}
          className="flex h-7 items-center gap-1.5 rounded-[5px] px-2.5 text-sm font-medium text-muted hover:text-ink data-[state=checked]:bg-surface data-[state=checked]:text-ink data-[state=checked]:shadow-raised [&_svg]:size-4"
        >
          {option.label}
        </Radix.Item>
      ))}
    </Radix.Root>
  )
}
