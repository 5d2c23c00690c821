import { SYNC_OUTCOMES } from '@/api/labels'
import type { SyncAction, SyncDirection, SyncHealth, SyncOutcome } from '@/api/types'
import type { BadgeTone } from '@/components/ui/badge'

interface Outcome {
  label: string
  tone: BadgeTone
}

const outcomes: Record<SyncOutcome, Outcome> = {
  done: { label: 'Done', tone: 'success' },
  waiting: { label: 'Waiting', tone: 'warning' },
  failed: { label: 'Failed', tone: 'danger' },
  skipped: { label: 'Skipped', tone: 'neutral' },
  ignored: { label: 'Ignored', tone: 'neutral' },
}

/** How a step of the synchronisation can end. */
export const outcomeOptions = SYNC_OUTCOMES.map((value) => ({ value, label: outcomes[value].label }))

export const directionOptions: { value: SyncDirection; label: string }[] = [
  { value: 'to_github', label: 'To GitHub' },
  { value: 'from_github', label: 'From GitHub' },
]

const actions: Record<SyncAction, string> = {
  close_issue: 'Close the issue',
  reopen_issue: 'Reopen the issue',
  announce_link: 'Say on GitHub that a task is linked',
  complete_task: 'Complete the task',
  reopen_task: 'Reopen the task',
  note_state: 'Take over the new state',
  note_title: 'Take over the new title',
  forget_issue: 'Let go of a deleted issue',
  link_pull_request: 'Link the pull request',
  move_task: 'Move the task',
  heed_delivery: 'Act on what GitHub sent',
}

export const healthTones: Record<SyncHealth, BadgeTone> = {
  ok: 'success',
  delayed: 'warning',
  failing: 'danger',
}

/** A word that a newer server uses and this client does not know is shown as it is. */
export function outcomeOf(outcome: string): Outcome {
  return (
    (outcomes as Partial<Record<string, Outcome>>)[outcome] ?? { label: inWords(outcome), tone: 'neutral' }
  )
}

export function actionOf(action: string): string {
  return (actions as Partial<Record<string, string>>)[action] ?? inWords(action)
}

/** `issue_moved` as "Issue moved". */
function inWords(name: string): string {
  const words = name.replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
