import type { BadgeTone } from '@/components/ui/badge'

interface Outcome {
  label: string
  tone: BadgeTone
}

/** How a step of the synchronisation can end. */
export const outcomes: Record<string, Outcome> = {
  done: { label: 'Done', tone: 'success' },
  waiting: { label: 'Waiting', tone: 'warning' },
  failed: { label: 'Failed', tone: 'danger' },
  skipped: { label: 'Skipped', tone: 'neutral' },
  ignored: { label: 'Ignored', tone: 'neutral' },
}

/** A word the server uses and this client does not know is shown as it is. */
export function outcomeOf(outcome: string): Outcome {
  return outcomes[outcome] ?? { label: inWords(outcome), tone: 'neutral' }
}

/** `issue_closed` as "Issue closed". */
export function inWords(name: string): string {
  const words = name.replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
