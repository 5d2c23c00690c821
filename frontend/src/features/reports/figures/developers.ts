import { isComplete } from '@/api/labels'
import type { ReportRange, TaskItem, UserFull } from '@/api/types'
import { deadlineState } from '@/lib/time'
import type { DeveloperRow, ContentOf } from './content'
import { isWithin, rangeEnd, rangeStart } from './range'

const CHARTED = 12

/** What everybody has on their plate and finished in the range. Admins appear only when they have tasks. */
export function developerReport(
  users: readonly UserFull[],
  tasks: readonly TaskItem[],
  range: ReportRange,
  now: Date,
): ContentOf<'developers'> {
  const from = rangeStart(range, now)
  const tasksOf = byAssignee(tasks)
  const rows = users
    .map((user) => rowOf(user, tasksOf.get(user.id) ?? [], from, now))
    .filter((row) => row.role !== 'admin' || row.assigned > 0)
    .sort((one, other) => other.completed - one.completed || one.name.localeCompare(other.name))
  const charted = rows.slice(0, CHARTED)
  return {
    type: 'developers',
    summary: {
      as_of: now.toISOString(),
      from: new Date(from).toISOString(),
      figures: [
        { label: 'People', value: rows.length },
        { label: 'Active tasks', value: total(rows, 'active') },
        { label: 'Done in range', value: total(rows, 'completed') },
        { label: 'Overdue', value: total(rows, 'overdue') },
        { label: 'Unassigned', value: tasksOf.get(null)?.length ?? 0 },
      ],
      charts: [chartOf('Done in range', 'completed', charted), chartOf('Active tasks', 'active', charted)],
    },
    rows,
  }
}

function byAssignee(tasks: readonly TaskItem[]): Map<number | null, TaskItem[]> {
  const groups = new Map<number | null, TaskItem[]>()
  for (const task of tasks) {
    const group = groups.get(task.assigned_to)
    if (group) group.push(task)
    else groups.set(task.assigned_to, [task])
  }
  return groups
}

function total(rows: readonly DeveloperRow[], key: 'active' | 'completed' | 'overdue'): number {
  return rows.reduce((sum, row) => sum + row[key], 0)
}

function rowOf(user: UserFull, tasks: readonly TaskItem[], from: number, now: Date): DeveloperRow {
  const done = tasks.filter((task) => isComplete(task.status))
  const progress = tasks.reduce((sum, task) => sum + task.progress, 0)
  return {
    id: user.id,
    name: user.name,
    role: user.role,
    assigned: tasks.length,
    active: tasks.length - done.length,
    completed: done.filter((task) => isWithin(task.updated_at, from, rangeEnd(now))).length,
    overdue: tasks.filter((task) => deadlineState(task.deadline, task.status, now) === 'overdue').length,
    progress: tasks.length === 0 ? 0 : Math.round(progress / tasks.length),
  }
}

function chartOf(title: string, key: 'active' | 'completed', rows: readonly DeveloperRow[]) {
  return {
    title,
    kind: 'bars' as const,
    pointLabel: 'Person',
    series: [{ key, label: title }],
    points: rows.map((row) => ({ label: row.name, values: { [key]: row[key] } })),
  }
}
