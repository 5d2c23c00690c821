import { useEffect } from 'react'
import type { TaskItem } from '@/api/types'

/** A card that takes focus: its title when one walks through the board, its grip after it was moved. */
export interface Followed {
  id: number
  part: 'title' | 'grip'
}

export function cardPartId(part: Followed['part'], taskId: number): string {
  return `card-${part}-${taskId}`
}

/** Brings the card into sight and focuses it, once it is in this column. */
export function useFollowCard(
  tasks: readonly TaskItem[],
  followed: Followed | null,
  onFollowed: () => void,
  scrollTo: (index: number) => void,
) {
  useEffect(() => {
    if (!followed) return
    const { id, part } = followed
    const index = tasks.findIndex((task) => task.id === id)
    if (index < 0) return
    scrollTo(index)
    const frame = requestAnimationFrame(() => {
      const target =
        document.getElementById(cardPartId(part, id)) ?? document.getElementById(cardPartId('title', id))
      target?.focus()
      onFollowed()
    })
    return () => cancelAnimationFrame(frame)
  })
}
