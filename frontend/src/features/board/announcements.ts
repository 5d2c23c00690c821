import type { Announcements, ScreenReaderInstructions } from '@dnd-kit/core'
import { statusLabels } from '@/api/labels'
import type { TaskStatus } from '@/api/types'

interface Place {
  id: string | number
}

function column(place: Place | null): string {
  return place ? (statusLabels[place.id as TaskStatus] ?? String(place.id)) : 'no column'
}

function atHome(title: string, id: string | number): string {
  return `${title} is lifted over ${column({ id })}, where it was.`
}

export const instructions: ScreenReaderInstructions = {
  draggable:
    'To move the card press space or enter, then the left and right arrow keys to choose a column, and space or enter to drop it. Escape puts it back.',
}

/** What is said while a card is carried. */
export function boardAnnouncements(titleOf: (id: number) => string): Announcements {
  const card = (place: Place) => titleOf(Number(place.id))
  return {
    // Whether the first "over" follows the lifting differs by sensor, so both say the same.
    onDragStart: ({ active }) => atHome(card(active), active.data.current?.status),
    onDragOver: ({ active, over }) =>
      over && over.id === active.data.current?.status
        ? atHome(card(active), over.id)
        : `${card(active)} is over ${column(over)}.`,
    onDragEnd: ({ active, over }) =>
      over ? `${card(active)} is in ${column(over)}.` : `${card(active)} stays where it was.`,
    onDragCancel: ({ active }) => `${card(active)} is back where it was.`,
  }
}
