import type { QueryClient } from '@tanstack/react-query'
import { keys } from '../keys'
import type { TaskDetail, TaskItem } from '../types'
import { comesTooLate, rememberDeletion } from './newest'
import { heldChanges } from './outstanding'
import type { TaskList } from './queries'

/** A task as an event or an answer carries it: the id, and whatever else the server sent along. */
export type TaskNews = Pick<TaskItem, 'id'> & Partial<TaskDetail>

/** News that left the server before what is on screen did must not turn the clock back. */
function isOutdated(known: TaskItem, news: TaskNews): boolean {
  return news.version !== undefined && known.version !== undefined && news.version < known.version
}

function merge<T extends TaskItem>(known: T, news: TaskNews): T {
  return isOutdated(known, news) ? known : { ...known, ...news, ...heldChanges(known.id) }
}

function isComplete(news: TaskNews): news is TaskItem {
  return news.title !== undefined && news.created_at !== undefined
}

function withNews(list: TaskList, news: TaskNews, projectId: number | undefined): TaskList {
  const known = list.tasks.find((task) => task.id === news.id)
  if (!known) {
    const belongs = projectId !== undefined && news.project_id === projectId && isComplete(news)
    return belongs ? { ...list, tasks: [...list.tasks, news] } : list
  }
  const merged = merge(known, news)
  if (merged === known) return list
  const left = projectId !== undefined && merged.project_id !== projectId
  return {
    ...list,
    tasks: left
      ? list.tasks.filter((task) => task.id !== news.id)
      : list.tasks.map((task) => (task.id === news.id ? merged : task)),
  }
}

function updateLists(
  client: QueryClient,
  change: (list: TaskList, projectId: number | undefined) => TaskList,
) {
  const lists = client.getQueriesData<TaskList>({ queryKey: keys.tasks.lists() })
  for (const [key, list] of lists) {
    if (!list) continue
    const projectId = key[2] === 'project' ? Number(key[3]) : undefined
    const changed = change(list, projectId)
    if (changed !== list) client.setQueryData(key, changed)
  }
}

/** Puts what is known about a task into every list and page that shows it, unless it is older. */
export function applyTask(client: QueryClient, news: TaskNews) {
  if (news.version !== undefined && comesTooLate(client, news.id, news.version)) return
  updateLists(client, (list, projectId) => withNews(list, news, projectId))
  client.setQueryData<TaskDetail>(keys.tasks.detail(news.id), (known) => known && merge(known, news))
}

/** Takes a deleted task off every list; its own page then learns of it by loading again. */
export function removeTask(client: QueryClient, id: number) {
  rememberDeletion(client, id)
  updateLists(client, (list) =>
    list.tasks.some((task) => task.id === id)
      ? { ...list, tasks: list.tasks.filter((task) => task.id !== id) }
      : list,
  )
}

/** The task as any cache knows it, the newest version first. */
export function findTask(client: QueryClient, id: number): TaskItem | undefined {
  const lists = client.getQueriesData<TaskList>({ queryKey: keys.tasks.lists() })
  const candidates = lists.map(([, list]) => list?.tasks.find((task) => task.id === id))
  candidates.push(client.getQueryData<TaskDetail>(keys.tasks.detail(id)))
  return candidates
    .filter((task) => task !== undefined)
    .reduce<TaskItem | undefined>(
      (best, task) => (best && (best.version ?? 0) >= (task.version ?? 0) ? best : task),
      undefined,
    )
}
