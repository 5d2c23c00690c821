import type { QueryClient } from '@tanstack/react-query'
import type { Socket } from 'socket.io-client'
import { keys } from '@/api/keys'
import type { Viewer } from '@/api/types'

export type RoomScope = 'project' | 'task'

interface JoinAnswer {
  status: 'success' | 'error'
  presence?: Viewer[]
}

interface Room {
  scope: RoomScope
  id: number
  users: number
}

/**
 * The rooms that components on screen want to be in. They are joined again after every reconnection,
 * and left when the last component that wanted one goes away.
 */
export class Rooms {
  private readonly rooms = new Map<string, Room>()

  constructor(
    private readonly socket: Socket,
    private readonly client: QueryClient,
  ) {}

  enter(scope: RoomScope, id: number): () => void {
    const name = `${scope}_${id}`
    const room = this.rooms.get(name) ?? { scope, id, users: 0 }
    room.users += 1
    this.rooms.set(name, room)
    if (room.users === 1 && this.socket.connected) this.join(room)
    return () => this.leave(name)
  }

  /** All of them, for the server to catch up on together. */
  names(): { projects?: number[]; tasks?: number[] } {
    const ids = (scope: RoomScope) =>
      [...this.rooms.values()].filter((room) => room.scope === scope).map((room) => room.id)
    const [projects, tasks] = [ids('project'), ids('task')]
    return { ...(projects.length > 0 && { projects }), ...(tasks.length > 0 && { tasks }) }
  }

  rejoinAll() {
    for (const room of this.rooms.values()) this.join(room)
  }

  private join({ scope, id }: Room) {
    this.socket.emit(`join_${scope}`, { [`${scope}_id`]: id }, (answer: JoinAnswer) => {
      if (answer.presence) this.client.setQueryData(keys.presence(scope, id), answer.presence)
    })
  }

  private leave(name: string) {
    const room = this.rooms.get(name)
    if (!room) return
    room.users -= 1
    if (room.users > 0) return
    this.rooms.delete(name)
    if (this.socket.connected) this.socket.emit(`leave_${room.scope}`, { [`${room.scope}_id`]: room.id })
    this.client.removeQueries({ queryKey: keys.presence(room.scope, room.id) })
  }
}
