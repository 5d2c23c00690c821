import type { QueryClient } from '@tanstack/react-query'

/** Ids are never used again, so nothing comes after a deletion. */
const DELETED = Infinity

const newest = new WeakMap<QueryClient, Map<number, number>>()

function versions(client: QueryClient): Map<number, number> {
  const known = newest.get(client) ?? new Map<number, number>()
  newest.set(client, known)
  return known
}

/**
 * Whether this version of a task is older than one heard of, and if not, remembers it. News is not always told in
 * the order in which it happened; a task that has left a list would come back to it with what is older.
 */
export function comesTooLate(client: QueryClient, id: number, version: number): boolean {
  const known = versions(client)
  if (version < (known.get(id) ?? 0)) return true
  known.set(id, version)
  return false
}

/** A deletion counts whenever it is heard of. */
export function rememberDeletion(client: QueryClient, id: number) {
  versions(client).set(id, DELETED)
}
