import { CircleDashed } from 'lucide-react'
import { Avatar } from '@/components/ui/avatar'

interface PersonProps {
  id: number | null
  name: string | null
  /** What to say when there is nobody. */
  nobody?: string
}

/** A face and a name. */
export function Person({ id, name, nobody = 'Unassigned' }: PersonProps) {
  if (id === null) {
    return (
      <span className="inline-flex items-center gap-1.5 align-middle text-muted">
        <CircleDashed className="size-5" aria-hidden />
        {nobody}
      </span>
    )
  }
  return (
    <span className="inline-flex max-w-full min-w-0 items-center gap-1.5 align-middle">
      <Avatar name={name ?? '?'} id={id} size="sm" />
      <span className="truncate">{name ?? 'Unknown'}</span>
    </span>
  )
}
