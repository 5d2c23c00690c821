import { ChevronLeft, ChevronRight } from 'lucide-react'
import { counted } from '@/lib/count'
import { IconButton } from './icon-button'

interface PaginationProps {
  /** What is counted: "task"; its plural where that is not made by an s. */
  one: string
  many?: string
  page: number
  pages: number
  total: number
  perPage: number
  onChange: (page: number) => void
}

export function Pagination({
  one,
  many = `${one}s`,
  page,
  pages,
  total,
  perPage,
  onChange,
}: PaginationProps) {
  if (total === 0) return null
  const first = (page - 1) * perPage + 1
  const last = Math.min(page * perPage, total)
  return (
    <nav
      aria-label={`Pages of ${many}`}
      className="flex items-center justify-between gap-3 py-2 text-sm text-muted"
    >
      <p className="tabular" aria-live="polite">
        {first === last ? first.toLocaleString() : `${first.toLocaleString()}–${last.toLocaleString()}`} of{' '}
        {counted(total, one, many)}
      </p>
      <div className="flex items-center gap-1">
        <IconButton label="Previous page" disabled={page <= 1} onClick={() => onChange(page - 1)}>
          <ChevronLeft aria-hidden />
        </IconButton>
        <span className="px-1 tabular">
          Page {page} of {Math.max(pages, 1)}
        </span>
        <IconButton label="Next page" disabled={page >= pages} onClick={() => onChange(page + 1)}>
          <ChevronRight aria-hidden />
        </IconButton>
      </div>
    </nav>
  )
}
