import type { QueryClient } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { keys } from '@/api/keys'
import type { TaskList } from '@/api/tasks/queries'
import type { Comment, NotificationList } from '@/api/types'
import { aComment, aNotification, aTask } from '@/test/fixtures'
import { aQueryClient } from '@/test/render'
import { toLiveEvent, type LiveEvents } from './events'
import { applyEvents } from './reducer'

const AT = '2026-05-07T12:00:00.000Z'

function receive<Name extends keyof LiveEvents>(client: QueryClient, name: Name, payload: LiveEvents[Name]) {
  const event = toLiveEvent(name, payload)
  if (!event) throw new Error(`${name} is not known`)
  return applyEvents(client, [event])
}

function taskEvent(fields: Partial<LiveEvents['task_updated']> = {}): LiveEvents['task_updated'] {
  return { task_id: 1, update_type: 'updated', updated_by: 2, timestamp: AT, project_id: 5, ...fields }
}

function aBoard() {
  const client = aQueryClient()
  client.setQueryData<TaskList>(keys.tasks.ofProject(5), { tasks: [aTask()] })
  return { client, board: () => client.getQueryData<TaskList>(keys.tasks.ofProject(5))?.tasks }
}

test('a task somebody moved moves here too', () => {
  const { client, board } = aBoard()
  receive(client, 'task_updated', taskEvent({ task: aTask({ status: 'review', version: 2 }) }))
  expect(board()?.[0]?.status).toBe('review')
})

test('sorted and filtered pages are loaded again after a task changed', () => {
  const { client } = aBoard()
  const stale = receive(client, 'task_updated', taskEvent({ task: aTask({ version: 2 }) }))
  expect(stale).toContainEqual(keys.tasks.pages())
  expect(stale).toContainEqual(keys.tasks.history(1))
})

test('a task event without the task has everything about it loaded again', () => {
  const { client } = aBoard()
  const stale = receive(client, 'task_updated', taskEvent())
  expect(stale).toContainEqual(keys.tasks.detail(1))
  expect(stale).toContainEqual(keys.tasks.lists())
})

test('a deleted task disappears', () => {
  const { client, board } = aBoard()
  receive(client, 'task_updated', taskEvent({ update_type: 'deleted' }))
  expect(board()).toEqual([])
})

test('a new GitHub link has the task loaded again', () => {
  const { client } = aBoard()
  const event = taskEvent({ update_type: 'github_linked', task: aTask() })
  expect(receive(client, 'task_updated', event)).toContainEqual(keys.tasks.detail(1))
})

function aDiscussion(...comments: Comment[]) {
  const client = aQueryClient()
  client.setQueryData(keys.tasks.comments(1), comments)
  return { client, comments: () => client.getQueryData<Comment[]>(keys.tasks.comments(1)) }
}

const commentEvent = { task_id: 1, comment_id: 2, author_id: 2, timestamp: AT }

test('a new comment appears once, even if it is announced twice', () => {
  const { client, comments } = aDiscussion(aComment())
  const event = { ...commentEvent, comment: aComment({ id: 2 }) }
  receive(client, 'new_comment', event)
  receive(client, 'new_comment', event)
  expect(comments()?.map((comment) => comment.id)).toEqual([1, 2])
})

test('an edited comment is replaced in its place', () => {
  const { client, comments } = aDiscussion(aComment(), aComment({ id: 2 }), aComment({ id: 3 }))
  receive(client, 'comment_updated', { ...commentEvent, comment: aComment({ id: 2, content: 'Edited' }) })
  expect(comments()?.[1]).toMatchObject({ id: 2, content: 'Edited' })
})

test('an older text of a comment does not overwrite a newer one', () => {
  const { client, comments } = aDiscussion()
  const edited = (content: string, version: number) =>
    receive(client, 'comment_updated', { ...commentEvent, comment: aComment({ id: 2, content, version }) })
  edited('Third', 3)
  edited('Second', 2)
  expect(comments()?.at(-1)?.content).toBe('Third')
})

test('a relayed comment without its text has the comments loaded again', () => {
  const { client } = aDiscussion()
  expect(receive(client, 'new_comment', commentEvent)).toEqual([keys.tasks.comments(1)])
})

test('replies to a deleted comment stay and stand alone', () => {
  const { client, comments } = aDiscussion(aComment({ id: 2 }), aComment({ id: 3, parent_id: 2 }))
  receive(client, 'comment_deleted', commentEvent)
  expect(comments()).toEqual([aComment({ id: 3, parent_id: null })])
})

test('a notification comes first and counts as unread, once', () => {
  const client = aQueryClient()
  client.setQueryData<NotificationList>(keys.notifications, {
    notifications: [aNotification({ is_read: true })],
    unread_count: 0,
  })
  receive(client, 'notification', aNotification({ id: 2 }))
  receive(client, 'notification', aNotification({ id: 2 }))
  const list = client.getQueryData<NotificationList>(keys.notifications)
  expect(list?.notifications.map((each) => each.id)).toEqual([2, 1])
  expect(list?.unread_count).toBe(1)
})

test('of a burst of notifications the last one comes first, and one that came twice counts once', () => {
  const client = aQueryClient()
  client.setQueryData<NotificationList>(keys.notifications, { notifications: [], unread_count: 0 })
  const burst = [1, 2, 2, 3].map((id) => ({
    name: 'notification' as const,
    payload: aNotification({ id, is_read: id === 3 }),
  }))
  expect(applyEvents(client, burst)).toEqual([])
  const list = client.getQueryData<NotificationList>(keys.notifications)
  expect(list?.notifications.map((each) => each.id)).toEqual([3, 2, 1])
  expect(list?.unread_count).toBe(2)
})

test('presence shows who is there after the change', () => {
  const client = aQueryClient()
  const ann = { id: 7, name: 'Ann', role: 'developer' as const, joined_at: AT }
  receive(client, 'presence_update', {
    scope: 'task',
    project_id: 5,
    task_id: 42,
    event: 'join',
    user: ann,
    users: [ann],
    timestamp: AT,
  })
  expect(client.getQueryData(keys.presence('task', 42))).toEqual([ann])
})

test('a changed project has its page and the list loaded again', () => {
  const update = { project_id: 5, updated_by: 1, data: {}, timestamp: AT }
  const stale = receive(aQueryClient(), 'project_update', { ...update, update_type: 'updated' })
  expect(stale).toEqual([keys.projects.list(), keys.projects.detail(5), keys.dashboard.project(5)])
  const deleted = receive(aQueryClient(), 'project_update', { ...update, update_type: 'deleted' })
  expect(deleted).toContainEqual(keys.tasks.ofProject(5))
})

test.each([
  ['settings_updated', 'settings', keys.admin.settings],
  ['report_created', 'report', keys.reports.all],
  ['user_role_changed', 'user', keys.session],
  ['project_created', 'project', keys.projects.all],
  ['task_created', 'task', keys.dashboard.all],
])('%s has what it concerns loaded again', (event_type, resource_type, key) => {
  const stale = receive(aQueryClient(), 'dashboard_updated', {
    event_type,
    resource_type,
    resource_id: 1,
    payload: {},
  })
  expect(stale).toContainEqual(key)
})

test('news of synchronisation has its log loaded again, and the task it is about', () => {
  const event = { sync_event_id: 3, repo_id: 1, task_id: null }
  expect(receive(aQueryClient(), 'github_sync_changed', event)).toEqual([keys.github.allSync])
  expect(receive(aQueryClient(), 'github_sync_changed', { ...event, task_id: 4 })).toEqual([
    keys.github.allSync,
    keys.tasks.detail(4),
  ])
})

test('an audit entry has only the audit log loaded again', () => {
  const event = { event_type: 'audit_log_recorded', resource_type: 'task', resource_id: 1, payload: {} }
  expect(receive(aQueryClient(), 'dashboard_updated', event)).toEqual([keys.admin.allAuditLogs])
})

test('events of a newer server are left alone', () => {
  expect(toLiveEvent('sprint_started', { id: 1 })).toBeNull()
  expect(toLiveEvent('task_updated', 'nonsense')).toBeNull()
})
