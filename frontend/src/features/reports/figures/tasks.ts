import { isComplete, priorityLabels, statusLabels, TASK_PRIORITIES, TASK_STATUSES } from '@/api/labels'
import type { ReportRange, TaskItem } from '@/api/types'
import { deadlineState } from '@/lib/time'
import type { ReportChart, ContentOf, TaskRow } from './content'
import { type Bucket, bucketsOf, isWithin, rangeEnd, rangeStart } from './range'

/** Tasks that were created or changed in the range. Done is dated by the last change, as the server does. */
export function taskReport(all: readonly TaskItem[], range: ReportRange, now: Date): ContentOf<'tasks'> {
  const from = rangeStart(range, now)
  const until = rangeEnd(now)
  const tasks = all.filter(
    (task) => isWithin(task.created_at, from, until) || isWithin(task.updated_at, from, until),
  )
  const done = tasks.filter((task) => isComplete(task.status))
  const created = tasks.filter((task) => isWithin(task.created_at, from, until))
  const overdue = tasks.filter((task) => deadlineState(task.deadline, task.status, now) === 'overdue')
  return {
    type: 'tasks',
    summary: {
      as_of: now.toISOString(),
      from: new Date(from).toISOString(),
      figures: [
        { label: 'Tasks', value: tasks.length },
        { label: 'Created', value: created.length },
        { label: 'Done', value: done.length },
        { label: 'Overdue', value: overdue.length },
        { label: 'Done of all', value: percentage(done.length, tasks.length), unit: '%' },
      ],
      charts: [overTime(tasks, range, now), byStatus(tasks), byPriority(tasks)],
    },
    rows: tasks.map(toRow),
  }
}

function percentage(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((100 * part) / whole)
}

/** Times are read once: there may be thousands of tasks and dozens of points. */
function overTime(tasks: readonly TaskItem[], range: ReportRange, now: Date): ReportChart {
  const created = tasks.map((task) => Date.parse(task.created_at))
  const done = tasks.filter((task) => isComplete(task.status)).map((task) => Date.parse(task.updated_at))
  const count = (times: number[], { from, until }: Bucket) =>
    times.filter((time) => time >= from && time < until).length
  return {
    title: 'Created and done over time',
    kind: 'lines',
    pointLabel: 'From',
    series: [
      { key: 'created', label: 'Created' },
      { key: 'done', label: 'Done' },
    ],
    points: bucketsOf(range, now).map((bucket) => ({
      label: bucket.label,
      values: { created: count(created, bucket), done: count(done, bucket) },
    })),
  }
}

const taskSeries = [{ key: 'tasks', label: 'Tasks' }]

function byStatus(tasks: readonly TaskItem[]): ReportChart {
  return {
    title: 'By status',
    kind: 'bars',
    pointLabel: 'Status',
    series: taskSeries,
    points: TASK_STATUSES.map((status) => ({
      label: statusLabels[status],
      values: {
        tasks: tasks.filter(
          (task) => task.status === status || (status === 'done' && isComplete(task.status)),
        ).length,
      },
    })),
  }
}

function byPriority(tasks: readonly TaskItem[]): ReportChart {
  return {
    title: 'By priority',
    kind: 'bars',
    pointLabel: 'Priority',
    series: taskSeries,
    points: TASK_PRIORITIES.map((priority) => ({
      label: priorityLabels[priority],
      values: { tasks: tasks.filter((task) => task.priority === priority).length },
    })),
  }
}

function toRow(task: TaskItem): TaskRow {
  return {
    id: task.id,
    title: task.title,
    status: task.status,
    priority: task.priority,
    assignee: task.assignee_name,
    project: task.project_name,
    progress: task.progress,
    deadline: task.deadline,
    updated_at: task.updated_at,
  }
}
