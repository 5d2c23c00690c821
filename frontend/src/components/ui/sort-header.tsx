import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { cn } from '@/lib/cn'

interface SortHeaderProps {
  /** What this column sorts by; without it the header is only text. */
  sort?: string | undefined
  /** What the table is sorted by now. */
  current: string | undefined
  onSort: ((sort: string) => void) | undefined
  className?: string | undefined
  children: ReactNode
}

export function SortHeader({ sort, current, onSort, className, children }: SortHeaderProps) {
  const classes = cn('h-9 px-2 text-sm font-medium whitespace-nowrap text-muted sm:px-3', className)
  if (!sort || !onSort) {
    return (
      <th scope="col" role="columnheader" className={classes}>
        {children}
      </th>
    )
  }
  const ascending = current === sort
  const descending = current === `-${sort}`
  const Icon = ascending ? ArrowUp : descending ? ArrowDown : ChevronsUpDown
  return (
    <th
      scope="col"
      role="columnheader"
      className={classes}
      aria-sort={ascending ? 'ascending' : descending ? 'descending' : 'none'}
    >
      <button
        type="button"
        className="-mx-1 inline-flex items-center gap-1 rounded px-1 hover:text-ink"
        onClick={() => onSort(ascending ? `-${sort}` : sort)}
      >
        {children}
        <Icon className={cn('size-3.5', !ascending && !descending && 'opacity-60')} aria-hidden />
      </button>
    </th>
  )
}
