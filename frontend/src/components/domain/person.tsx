import { CircleDashed } from 'lucide-react'
import { Avatar } from '@/components/ui/avatar'
import { cn } from '@/lib/cn'

interface PersonProps {
  id: number | null
  name: string | null
  /** What to say when there is nobody. */
  nobody?: string
  /** On a phone the face alone; the name is left to screen readers. */
  compact?: boolean
}

/** A face and a name. */
export function Person({ id, name, nobody = 'Unassigned', compact = false }: PersonProps) {
  if (id === null) {
    return (
      <span className="inline-flex items-center gap-1.5 align-middle text-muted">
        <CircleDashed className="size-5" aria-hidden />
        {compact ? <span className="max-sm:sr-only">{nobody}</span> : nobody}
      </span>
    )
  }
  return (
    <span className="inline-flex max-w-full min-w-0 items-center gap-1.5 align-middle">
      <Avatar name={name ?? '?'} id={id} size="sm" />
      <span className={cn('truncate', compact && 'max-sm:sr-only')}>{name ?? 'Unknown'}</span>
    </span>
  )
}
