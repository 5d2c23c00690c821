import type { Comment, Notification, TaskItem, Viewer } from '@/api/types'

/** Position in the server's event log; absent from servers that cannot resume. */
interface Sequenced {
  seq?: number
}

export interface TaskUpdated extends Sequenced {
  task_id: number
  update_type: string
  updated_by: number | null
  timestamp: string
  project_id?: number | null
  changes?: string[]
  task?: TaskItem
}

export interface CommentEvent extends Sequenced {
  task_id: number
  comment_id: number
  author_id: number
  timestamp: string
  project_id?: number | null
  comment?: Comment
}

export interface ProjectUpdate extends Sequenced {
  project_id: number
  update_type: string
  updated_by: number | null
  data: { user_id?: number; name?: string }
  timestamp: string
}

export interface DashboardUpdated extends Sequenced {
  event_type: string
  resource_type: string | null
  resource_id: number | string | null
  payload: Record<string, unknown>
}

export interface PresenceUpdate extends Sequenced {
  scope: 'project' | 'task'
  project_id: number | null
  task_id: number | null
  event: 'join' | 'leave'
  user: Viewer
  users: Viewer[]
  timestamp: string
}

/** There is something new in the log of synchronisation. */
export interface GithubSyncChanged extends Sequenced {
  sync_event_id: number
  repo_id: number
  task_id: number | null
}

export interface LiveEvents {
  notification: Notification & Sequenced
  task_updated: TaskUpdated
  new_comment: CommentEvent
  comment_updated: CommentEvent
  comment_deleted: CommentEvent
  project_update: ProjectUpdate
  dashboard_updated: DashboardUpdated
  github_sync_changed: GithubSyncChanged
  presence_update: PresenceUpdate
}

export type LiveEvent = {
  [Name in keyof LiveEvents]: { name: Name; payload: LiveEvents[Name] }
}[keyof LiveEvents]

const NAMES: Record<keyof LiveEvents, true> = {
  notification: true,
  task_updated: true,
  new_comment: true,
  comment_updated: true,
  comment_deleted: true,
  project_update: true,
  dashboard_updated: true,
  github_sync_changed: true,
  presence_update: true,
}

/** The event, if it is one this client knows; a newer server may send others. */
export function toLiveEvent(name: string, payload: unknown): LiveEvent | null {
  const known = Object.hasOwn(NAMES, name) && typeof payload === 'object' && payload !== null
  return known ? ({ name, payload } as LiveEvent) : null
}
