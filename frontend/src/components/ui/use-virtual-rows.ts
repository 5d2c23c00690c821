import { useVirtualizer } from '@tanstack/react-virtual'
import type { RefObject } from 'react'

const VIRTUAL_FROM = 100
const ROW_HEIGHT = 40
const OVERSCAN = 6

interface VirtualRows<T> {
  /** Whether only some of the rows are in the document. */
  active: boolean
  shown: readonly T[]
  /** Height of the rows left out above and below. */
  before: number
  after: number
}

/** Of a long list, the rows in sight. Short ones are left whole, so that the page's own search finds them. */
export function useVirtualRows<T>(
  rows: readonly T[],
  scroller: RefObject<HTMLElement | null>,
): VirtualRows<T> {
  const active = rows.length >= VIRTUAL_FROM
  const virtualizer = useVirtualizer({
    count: rows.length,
    enabled: active,
    estimateSize: () => ROW_HEIGHT,
    getScrollElement: () => scroller.current,
    overscan: OVERSCAN,
  })
  if (!active) return { active, shown: rows, before: 0, after: 0 }
  const items = virtualizer.getVirtualItems()
  return {
    active,
    shown: items.flatMap(({ index }) => rows[index] ?? []),
    before: items[0]?.start ?? 0,
    after: virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0),
  }
}
