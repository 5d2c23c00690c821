import type { KeyboardEvent } from 'react'
import { TASK_STATUSES } from '@/api/labels'
import type { Columns } from '../columns'

interface Place {
  column: number
  row: number
}

function placeOf(columns: Columns, id: number): Place | undefined {
  for (const [column, status] of TASK_STATUSES.entries()) {
    const row = columns[status].findIndex((task) => task.id === id)
    if (row >= 0) return { column, row }
  }
  return undefined
}

/** The card an arrow key leads to: up and down within the column, left and right to the next that has any. */
export function neighbour(columns: Columns, id: number, key: string): number | undefined {
  const place = placeOf(columns, id)
  if (!place) return undefined
  const lists = TASK_STATUSES.map((status) => columns[status])
  if (key === 'ArrowDown') return lists[place.column]?.[place.row + 1]?.id
  if (key === 'ArrowUp') return lists[place.column]?.[place.row - 1]?.id
  const after = lists.slice(place.column + 1)
  const before = lists.slice(0, place.column).reverse()
  const list = (key === 'ArrowRight' ? after : key === 'ArrowLeft' ? before : []).find(
    (each) => each.length > 0,
  )
  return list?.[Math.min(place.row, list.length - 1)]?.id
}

/** Arrow keys go from card to card while a card's title has focus. */
export function useBoardKeys(columns: Columns, goTo: (id: number) => void) {
  return (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLAnchorElement) || event.defaultPrevented) return
    const id = Number(event.target.closest<HTMLElement>('[data-card]')?.dataset.card)
    const next = neighbour(columns, id, event.key)
    if (next === undefined) return
    event.preventDefault()
    goTo(next)
  }
}
