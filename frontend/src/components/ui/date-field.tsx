import { fromDateInput, toDateInput } from '@/lib/time'
import type { FieldControl } from './field'
import { Input } from './input'

interface DateFieldProps extends Partial<FieldControl> {
  /** An instant as the API writes it, or null for none. */
  value: string | null
  onChange: (value: string | null) => void
  disabled?: boolean
  className?: string
  'aria-label'?: string
}

/** The browser's own date control: known to every screen reader and phone. */
export function DateField({ value, onChange, ...props }: DateFieldProps) {
  return (
    <Input
      type="date"
      max="9999-12-31"
      value={toDateInput(value)}
      onChange={(event) => onChange(fromDateInput(event.target.value))}
      {...props}
    />
  )
}
