import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual'
import type { RefObject } from 'react'

const VIRTUAL_FROM = 100
const ROW_HEIGHT = 40
const OVERSCAN = 6

interface VirtualRow<T> {
  row: T
  index: number
  /** How far below the first row it begins. */
  start: number
}

interface VirtualRows<T> {
  /** Whether only some of the rows are in the document. */
  active: boolean
  shown: readonly VirtualRow<T>[]
  /** Height of all rows together. */
  total: number
}

interface Layout {
  height?: number
  /** A row that stays in the document wherever it is scrolled, as that which has focus. */
  kept?: number
}

/** Of a long list, the rows in sight. Short ones are left whole, so that the page's own search finds them. */
export function useVirtualRows<T>(
  rows: readonly T[],
  scroller: RefObject<HTMLElement | null>,
  { height = ROW_HEIGHT, kept = -1 }: Layout = {},
): VirtualRows<T> {
  const active = rows.length >= VIRTUAL_FROM
  const virtualizer = useVirtualizer({
    count: rows.length,
    enabled: active,
    estimateSize: () => height,
    getScrollElement: () => scroller.current,
    overscan: OVERSCAN,
    rangeExtractor: (range: Range) => {
      const shown = defaultRangeExtractor(range)
      if (kept < 0 || shown.includes(kept)) return shown
      return [...shown, kept].sort((a, b) => a - b)
    },
  })
  const indices = active ? virtualizer.getVirtualIndexes() : rows.keys()
  const shown = [...indices].flatMap((index) => {
    const row = rows[index]
    return row === undefined ? [] : { row, index, start: index * height }
  })
  return { active, shown, total: rows.length * height }
}
