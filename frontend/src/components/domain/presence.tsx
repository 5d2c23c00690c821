import { Avatar } from '@/components/ui/avatar'
import { Tooltip } from '@/components/ui/tooltip'
import { usePresence } from '@/realtime/hooks'
import type { RoomScope } from '@/realtime/rooms'
import { useSession } from '@/session/session'

const FACES_SHOWN = 4

/** Who else looks at this project or task now. Being on screen also says that we do. */
export function Presence({ scope, id }: { scope: RoomScope; id: number }) {
  const viewers = usePresence(scope, id)
  const { user } = useSession()
  const others = viewers.filter((viewer) => viewer.id !== user.id)
  if (others.length === 0) return null
  const names = others.map((viewer) => viewer.name).join(', ')
  return (
    <Tooltip content={`Here now: ${names}`}>
      <button type="button" className="flex items-center rounded-full pr-1">
        <span className="sr-only">Here now: {names}</span>
        <span className="flex -space-x-1.5">
          {others.slice(0, FACES_SHOWN).map((viewer) => (
            <Avatar key={viewer.id} name={viewer.name} id={viewer.id} className="ring-2 ring-canvas" />
          ))}
        </span>
        {others.length > FACES_SHOWN && (
          <span className="ml-1 text-xs text-muted">+{others.length - FACES_SHOWN}</span>
        )}
        <span className="ml-1.5 size-2 rounded-full bg-success" aria-hidden />
      </button>
    </Tooltip>
  )
}
