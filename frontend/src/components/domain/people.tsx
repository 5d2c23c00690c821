import { Avatar } from '@/components/ui/avatar'

const FACES_SHOWN = 4

interface PeopleProps {
  people: readonly { id: number; name: string }[]
}

/** Several faces in a row; their names are there for screen readers and on hover. */
export function People({ people }: PeopleProps) {
  if (people.length === 0) return <span className="text-sm text-muted">Nobody</span>
  const names = people.map((person) => person.name).join(', ')
  return (
    <span className="flex items-center" title={names}>
      <span className="sr-only">{names}</span>
      <span className="flex -space-x-1" aria-hidden>
        {people.slice(0, FACES_SHOWN).map((person) => (
          <Avatar key={person.id} name={person.name} id={person.id} className="ring-2 ring-surface" />
        ))}
      </span>
      {people.length > FACES_SHOWN && (
        <span className="ml-1 text-xs text-muted" aria-hidden>
          +{people.length - FACES_SHOWN}
        </span>
      )}
    </span>
  )
}
