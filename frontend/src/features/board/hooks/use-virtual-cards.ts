import { defaultRangeExtractor, useVirtualizer, type Range, type Virtualizer } from '@tanstack/react-virtual'
import type { RefObject } from 'react'
import type { TaskItem } from '@/api/types'

const VIRTUAL_FROM = 50
const CARD_HEIGHT = 92
const GAP = 8
const OVERSCAN = 6

export interface VirtualCards {
  active: boolean
  virtualizer: Virtualizer<HTMLDivElement, Element>
}

/** Of a long column, the cards in sight and the one being carried. */
export function useVirtualCards(
  cards: readonly TaskItem[],
  scroller: RefObject<HTMLDivElement | null>,
  carried: number | null,
): VirtualCards {
  const active = cards.length >= VIRTUAL_FROM
  const carriedIndex = carried === null ? -1 : cards.findIndex((card) => card.id === carried)
  const virtualizer = useVirtualizer({
    count: cards.length,
    enabled: active,
    estimateSize: () => CARD_HEIGHT,
    gap: GAP,
    getItemKey: (index) => cards[index]?.id ?? index,
    getScrollElement: () => scroller.current,
    overscan: OVERSCAN,
    rangeExtractor: (range: Range) => {
      const shown = defaultRangeExtractor(range)
      if (carriedIndex < 0 || shown.includes(carriedIndex)) return shown
      return [...shown, carriedIndex].sort((a, b) => a - b)
    },
  })
  return { active, virtualizer }
}
