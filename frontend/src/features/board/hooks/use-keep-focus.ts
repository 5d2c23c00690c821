import { useLayoutEffect, useRef, type FocusEvent } from 'react'
import { TASK_STATUSES } from '@/api/labels'
import type { Columns, ColumnStatus } from '../columns'
import { cardPartId, type Followed } from './use-follow-card'

interface Focused {
  element: Element
  card: Followed
  column: ColumnStatus
  row: number
}

function columnOf(columns: Columns, id: number): ColumnStatus | undefined {
  return TASK_STATUSES.find((status) => columns[status].some((task) => task.id === id))
}

/** Where focus goes when the card is gone: to the one that took its place, or to where the next is added. */
function successor(columns: Columns, { column, row }: Focused): Followed | undefined {
  const tasks = columns[column]
  const next = tasks[Math.min(row, tasks.length - 1)]
  return next && { id: next.id, part: 'title' }
}

/** When others move the card that has focus, focus goes along; when they take it away, it goes to the next one. */
export function useKeepFocus(columns: Columns, follow: (card: Followed) => void) {
  const focused = useRef<Focused | null>(null)

  useLayoutEffect(() => {
    const lost = focused.current
    if (!lost || lost.element.isConnected || document.activeElement !== document.body) return
    focused.current = null
    const column = columnOf(columns, lost.card.id)
    const next = column ? { ...lost.card, column } : successor(columns, lost)
    if (next) follow(next)
    else document.querySelector<HTMLElement>(`[data-column="${lost.column}"] header button`)?.focus()
  }, [columns, follow])

  function onFocus({ target }: FocusEvent) {
    const id = Number(target.closest<HTMLElement>('[data-card]')?.dataset.card)
    const column = columnOf(columns, id)
    focused.current = column
      ? {
          element: target,
          card: { id, part: target.id === cardPartId('title', id) ? 'title' : 'grip' },
          column,
          row: columns[column].findIndex((task) => task.id === id),
        }
      : null
  }

  /** Not called when the element itself is taken out of the document. */
  function onBlur() {
    focused.current = null
  }

  return { onFocus, onBlur }
}
