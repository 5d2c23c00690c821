import type { Comment } from '@/api/types'

export interface Thread {
  comment: Comment
  /** Answers to it and to its answers, oldest first. */
  replies: Comment[]
}

/** Follows a comment up to the one that started the talk. */
function rootOf(comment: Comment, byId: ReadonlyMap<number, Comment>): Comment {
  let current = comment
  const seen = new Set<number>()
  while (current.parent_id !== null && !seen.has(current.id)) {
    seen.add(current.id)
    const parent = byId.get(current.parent_id)
    if (!parent) return current
    current = parent
  }
  return current
}

export function toThreads(comments: readonly Comment[]): Thread[] {
  const byId = new Map(comments.map((comment) => [comment.id, comment]))
  const threads = new Map<number, Thread>()
  for (const comment of comments) {
    const root = rootOf(comment, byId)
    const thread = threads.get(root.id) ?? { comment: root, replies: [] }
    if (root !== comment) thread.replies.push(comment)
    threads.set(root.id, thread)
  }
  return [...threads.values()]
}

/** Known comments and those held that are gone, oldest first; what is held stays below what it answers. */
export function withHeld(known: readonly Comment[], held: readonly Comment[]): readonly Comment[] {
  if (held.length === 0) return known
  const places = new Map(held.map((comment) => [comment.id, comment]))
  const moved = known.map((comment) => {
    const place = places.get(comment.id)
    places.delete(comment.id)
    return place ? { ...comment, parent_id: place.parent_id } : comment
  })
  return [...moved, ...places.values()].sort((a, b) => a.id - b.id)
}
