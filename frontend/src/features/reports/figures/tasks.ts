import { isComplete, priorityLabels, statusLabels, TASK_PRIORITIES, TASK_STATUSES } from '@/api/labels'
import type { ReportRange, TaskItem } from '@/api/types'
import { deadlineState } from '@/lib/time'
import type { ReportChart, ContentOf, TaskRow } from './content'
import { bucketsOf, isWithin, rangeEnd, rangeStart } from './range'

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

export function percentage(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((100 * part) / whole)
}

function overTime(tasks: readonly TaskItem[], range: ReportRange, now: Date): ReportChart {
  return {
    title: 'Created and done over time',
    kind: 'lines',
    pointLabel: 'From',
    series: [
      { key: 'created', label: 'Created' },
      { key: 'done', label: 'Done' },
    ],
    points: bucketsOf(range, now).map(({ from, until, label }) => ({
      label,
      values: {
        created: tasks.filter((task) => isWithin(task.created_at, from, until)).length,
        done: tasks.filter((task) => isComplete(task.status) && isWithin(task.updated_at, from, until))
          .length,
      },
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
