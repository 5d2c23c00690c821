import { cn } from '@/lib/cn'

interface CheckboxProps {
  'aria-label': string
  /** `indeterminate` stands for "some of them". */
  checked: boolean | 'indeterminate'
  onCheckedChange: () => void
  className?: string
}

/** The browser's own, in our colour: one element, where a long table has one in each row. */
export function Checkbox({ checked, onCheckedChange, className, ...props }: CheckboxProps) {
  return (
    <input
      {...props}
      type="checkbox"
      ref={(box) => {
        if (box) box.indeterminate = checked === 'indeterminate'
      }}
      checked={checked === true}
      onChange={onCheckedChange}
      className={cn('size-4 shrink-0', className)}
    />
  )
}
