import type { TaskInput } from '../types'

type Changes = Partial<TaskInput>

const outstanding = new Map<number, Changes[]>()

/** Remembers a change that is on its way to the server. Returns the way to forget it again. */
export function holdChange(id: number, changes: Changes): () => void {
  outstanding.set(id, [...(outstanding.get(id) ?? []), changes])
  return () => {
    const others = (outstanding.get(id) ?? []).filter((each) => each !== changes)
    if (others.length > 0) outstanding.set(id, others)
    else outstanding.delete(id)
  }
}

/** What the person has changed and the server has not answered yet; it stays on screen whatever arrives. */
export function heldChanges(id: number): Changes {
  return Object.assign({}, ...(outstanding.get(id) ?? [])) as Changes
}
