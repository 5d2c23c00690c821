import type { QueryClient, QueryKey } from '@tanstack/react-query'
import { keys } from '@/api/keys'
import { applyTask, removeTask } from '@/api/tasks/cache'
import type { Comment, Notification, NotificationList } from '@/api/types'
import type {
  CommentEvent,
  DashboardUpdated,
  GithubSyncChanged,
  LiveEvent,
  PresenceUpdate,
  ProjectUpdate,
  TaskUpdated,
} from './events'

/** What should be loaded again because an event says less than is shown. */
type Stale = QueryKey[]

function onTaskUpdated(client: QueryClient, event: TaskUpdated): Stale {
  const { task_id: id, task } = event
  // Where a filtered, sorted page puts the task only the server knows.
  const pages = keys.tasks.pages()
  if (event.update_type === 'deleted') {
    removeTask(client, id)
    return [pages, keys.tasks.detail(id)]
  }
  const history = keys.tasks.history(id)
  if (!task) return [keys.tasks.lists(), keys.tasks.detail(id), history]
  applyTask(client, task)
  const linked = event.update_type.startsWith('github_')
  return linked ? [pages, history, keys.tasks.detail(id)] : [pages, history]
}

function upsertComment(comments: Comment[], comment: Comment): Comment[] {
  const index = comments.findIndex((each) => each.id === comment.id)
  const known = comments[index]
  if (!known) return [...comments, comment]
  return comment.version < known.version ? comments : comments.with(index, comment)
}

function onComment(client: QueryClient, event: CommentEvent): Stale {
  const key = keys.tasks.comments(event.task_id)
  const { comment } = event
  if (!comment) return [key]
  client.setQueryData<Comment[]>(key, (known) => known && upsertComment(known, comment))
  return []
}

function onCommentDeleted(client: QueryClient, event: CommentEvent): Stale {
  client.setQueryData<Comment[]>(keys.tasks.comments(event.task_id), (known) =>
    known
      ?.filter((comment) => comment.id !== event.comment_id)
      .map((comment) => (comment.parent_id === event.comment_id ? { ...comment, parent_id: null } : comment)),
  )
  return []
}

/** All of a burst at once: one by one, each would copy a list that may be long. */
function addNotifications(client: QueryClient, arrived: Notification[]) {
  client.setQueryData<NotificationList>(keys.notifications, (known) => {
    if (!known) return known
    const ids = new Set(known.notifications.map(({ id }) => id))
    const fresh = arrived.filter(({ id }) => !ids.has(id) && ids.add(id))
    if (fresh.length === 0) return known
    return {
      notifications: [...fresh.reverse(), ...known.notifications],
      unread_count: known.unread_count + fresh.filter((each) => !each.is_read).length,
    }
  })
}

function onProjectUpdate(event: ProjectUpdate): Stale {
  return [
    keys.projects.list(),
    keys.projects.detail(event.project_id),
    keys.dashboard.project(event.project_id),
    ...(event.update_type === 'deleted' ? [keys.tasks.ofProject(event.project_id)] : []),
  ]
}

/** What was synchronised may be the state or the title that a task shows at its link. */
function onSyncChanged({ task_id: id }: GithubSyncChanged): Stale {
  return id === null ? [keys.github.allSync] : [keys.github.allSync, keys.tasks.detail(id)]
}

const RESOURCE_KEYS: Record<string, QueryKey[]> = {
  project: [keys.projects.all],
  report: [keys.reports.all],
  settings: [keys.admin.settings],
  user: [keys.users.all, keys.session],
}

function onDashboardUpdated(event: DashboardUpdated): Stale {
  if (event.event_type === 'audit_log_recorded') return [keys.admin.allAuditLogs]
  const lists = event.resource_type === 'task' ? [keys.tasks.pages(), keys.projects.all] : []
  const resources = RESOURCE_KEYS[event.resource_type ?? ''] ?? []
  return [keys.dashboard.all, keys.users.allProgress, ...lists, ...resources]
}

function onPresence(client: QueryClient, event: PresenceUpdate): Stale {
  const id = event.scope === 'task' ? event.task_id : event.project_id
  if (id !== null) client.setQueryData(keys.presence(event.scope, id), event.users)
  return []
}

function applyEvent(client: QueryClient, event: Exclude<LiveEvent, { name: 'notification' }>): Stale {
  switch (event.name) {
    case 'task_updated':
      return onTaskUpdated(client, event.payload)
    case 'new_comment':
    case 'comment_updated':
      return onComment(client, event.payload)
    case 'comment_deleted':
      return onCommentDeleted(client, event.payload)
    case 'project_update':
      return onProjectUpdate(event.payload)
    case 'dashboard_updated':
      return onDashboardUpdated(event.payload)
    case 'github_sync_changed':
      return onSyncChanged(event.payload)
    case 'presence_update':
      return onPresence(client, event.payload)
  }
}

/**
 * Patches the cache by events and returns what they leave stale. The caller loads that again, once for many
 * events.
 */
export function applyEvents(client: QueryClient, events: readonly LiveEvent[]): Stale {
  const notifications: Notification[] = []
  const stale: Stale = []
  for (const event of events) {
    if (event.name === 'notification') notifications.push(event.payload)
    else stale.push(...applyEvent(client, event))
  }
  if (notifications.length > 0) addNotifications(client, notifications)
  return stale
}
