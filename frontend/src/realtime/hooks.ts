import { useQuery } from '@tanstack/react-query'
import { createContext, useContext, useEffect } from 'react'
import { keys } from '@/api/keys'
import type { Viewer } from '@/api/types'
import type { LiveConnection } from './connection'
import type { RoomScope } from './rooms'

/** Null where there is no connection: in tests, and before the first sign-in. */
export const LiveContext = createContext<LiveConnection | null>(null)

/** Enters a project's or task's room while the component is on screen, and says who else is there. */
export function usePresence(scope: RoomScope, id: number): Viewer[] {
  const live = useContext(LiveContext)
  useEffect(() => live?.enterRoom(scope, id), [live, scope, id])
  const { data } = useQuery<Viewer[]>({
    queryKey: keys.presence(scope, id),
    queryFn: () => [],
    enabled: false,
  })
  return data ?? []
}
