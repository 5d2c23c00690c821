import type { Active, Announcements, ScreenReaderInstructions } from '@dnd-kit/core'
import { statusLabels } from '@/api/labels'
import type { TaskStatus } from '@/api/types'

interface Place {
  id: string | number
}

function column(place: Place | null): string {
  return place ? (statusLabels[place.id as TaskStatus] ?? String(place.id)) : 'no column'
}

export const instructions: ScreenReaderInstructions = {
  draggable:
    'To move the card press space or enter, then the left and right arrow keys to choose a column, and space or enter to drop it. Escape puts it back.',
}

/** What is said while a card is carried. */
export function boardAnnouncements(titleOf: (id: number) => string): Announcements {
  const card = (place: Place) => titleOf(Number(place.id))
  const home = (place: Active) => place.data.current?.status as TaskStatus
  const atHome = (place: Active) =>
    `${card(place)} is lifted over ${statusLabels[home(place)]}, where it was.`
  return {
    // Whether the first "over" follows the lifting differs by sensor, so both say the same.
    onDragStart: ({ active }) => atHome(active),
    onDragOver: ({ active, over }) =>
      over?.id === home(active) ? atHome(active) : `${card(active)} is over ${column(over)}.`,
    onDragEnd: ({ active, over }) =>
      over ? `${card(active)} is in ${column(over)}.` : `${card(active)} stays where it was.`,
    onDragCancel: ({ active }) => `${card(active)} is back where it was.`,
  }
}
