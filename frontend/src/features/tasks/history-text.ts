import { priorityLabels, statusLabels } from '@/api/labels'
import type { HistoryChange, TaskPriority, TaskStatus } from '@/api/types'
import { formatDeadline } from '@/lib/time'

export interface Names {
  person: (id: number) => string
  project: (id: number) => string
}

const events: Record<string, string> = {
  created: 'created the task',
  updated: 'changed the task',
  completed: 'completed the task',
  reopened: 'opened the task again',
  deleted: 'deleted the task',
  github_linked: 'linked it with GitHub',
  github_unlinked: 'removed a link to GitHub',
}

const commentEvents: Record<string, string> = {
  added: 'added a comment',
  updated: 'edited a comment',
  deleted: 'deleted a comment',
}

/** What somebody did, to be read after their name. Unknown kinds are shown in the server's words. */
export function describeEvent(type: string): string {
  const [subject, verb = ''] = type.includes('.') ? type.split('.') : ['task', type]
  const known = subject === 'comment' ? commentEvents[verb] : events[verb]
  return known ?? type.replace(/[._]/g, ' ')
}

const fields: Record<string, string> = {
  title: 'Title',
  status: 'Status',
  priority: 'Priority',
  progress: 'Progress',
  assigned_to: 'Assignee',
  project_id: 'Project',
  deadline: 'Deadline',
}

const formats: Record<string, (value: string | number, names: Names) => string> = {
  status: (value) => statusLabels[value as TaskStatus] ?? String(value),
  priority: (value) => priorityLabels[value as TaskPriority] ?? String(value),
  progress: (value) => `${value} %`,
  assigned_to: (value, names) => names.person(Number(value)),
  project_id: (value, names) => names.project(Number(value)),
  deadline: (value) => formatDeadline(String(value)),
}

function show(field: string, value: unknown, names: Names): string {
  if ((typeof value !== 'string' && typeof value !== 'number') || value === '') return 'none'
  return formats[field]?.(value, names) ?? String(value)
}

export interface ChangeText {
  label: string
  /** Left out for long texts, of which only the fact is told. */
  from?: string
  to?: string
}

export function describeChange({ field, from, to }: HistoryChange, names: Names): ChangeText {
  if (field === 'description') return { label: 'Description' }
  return { label: fields[field] ?? field, from: show(field, from, names), to: show(field, to, names) }
}
