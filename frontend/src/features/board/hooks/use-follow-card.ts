import { useEffect } from 'react'
import type { TaskItem } from '@/api/types'
import type { ColumnStatus } from '../columns'

/** A card that takes focus: its title when one walks through the board, its grip after it was moved. */
export interface Followed {
  id: number
  part: 'title' | 'grip'
  /** Where it is on its way to; focus waits until it is there. */
  column?: ColumnStatus
}

export function cardPartId(part: Followed['part'], taskId: number): string {
  return `card-${part}-${taskId}`
}

/** Brings the card into sight and focuses it, once it is in this column. */
export function useFollowCard(
  column: ColumnStatus,
  tasks: readonly TaskItem[],
  followed: Followed | null,
  onFollowed: () => void,
  scrollTo: (index: number) => void,
) {
  useEffect(() => {
    if (!followed || (followed.column && followed.column !== column)) return
    const { id, part } = followed
    const index = tasks.findIndex((task) => task.id === id)
    if (index < 0) return
    scrollTo(index)
    const frame = requestAnimationFrame(() => {
      const target =
        document.getElementById(cardPartId(part, id)) ?? document.getElementById(cardPartId('title', id))
      // Of a long column it may not be drawn yet; the drawing brings us here again.
      if (!target) return
      target.focus()
      onFollowed()
    })
    return () => cancelAnimationFrame(frame)
  })
}
