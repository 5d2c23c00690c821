import * as z from 'zod/mini'
import type { Report, ReportType } from '@/api/types'

/*
 * What a report of this client consists of. It is kept as JSON on the server, so it is checked when it comes
 * back: other clients save reports too, and in forms of their own.
 */

const point = z.object({ label: z.string(), values: z.record(z.string(), z.number()) })

const chart = z.object({
  title: z.string(),
  kind: z.enum(['bars', 'lines']),
  pointLabel: z.string(),
  series: z.array(z.object({ key: z.string(), label: z.string() })),
  points: z.array(point),
})

const summarySchema = z.object({
  as_of: z.string(),
  from: z.string(),
  figures: z.array(z.object({ label: z.string(), value: z.number(), unit: z.optional(z.string()) })),
  charts: z.array(chart),
})

const taskRow = z.object({
  id: z.number(),
  title: z.string(),
  status: z.string(),
  priority: z.string(),
  assignee: z.nullable(z.string()),
  project: z.nullable(z.string()),
  progress: z.number(),
  deadline: z.nullable(z.string()),
  updated_at: z.string(),
})

const developerRow = z.object({
  id: z.number(),
  name: z.string(),
  role: z.string(),
  assigned: z.number(),
  active: z.number(),
  completed: z.number(),
  overdue: z.number(),
  progress: z.number(),
})

const repositoryRow = z.object({
  id: z.number(),
  name: z.string(),
  url: z.string(),
  open_issues: z.number(),
  pull_requests: z.number(),
  commits: z.number(),
  last_updated: z.nullable(z.string()),
})

type Summary = z.infer<typeof summarySchema>
export type ReportChart = z.infer<typeof chart>
export type TaskRow = z.infer<typeof taskRow>
export type DeveloperRow = z.infer<typeof developerRow>
export type RepositoryRow = z.infer<typeof repositoryRow>

export interface RowsByType {
  tasks: TaskRow[]
  developers: DeveloperRow[]
  github: RepositoryRow[]
}

export interface ContentOf<Type extends ReportType> {
  type: Type
  summary: Summary
  rows: RowsByType[Type]
}

/** A report's content, whatever its type; `type` tells which rows it has. */
export type ReportContent = { [Type in ReportType]: ContentOf<Type> }[ReportType]

const contentSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('tasks'), summary: summarySchema, rows: z.array(taskRow) }),
  z.object({ type: z.literal('developers'), summary: summarySchema, rows: z.array(developerRow) }),
  z.object({ type: z.literal('github'), summary: summarySchema, rows: z.array(repositoryRow) }),
])

/** The content of a saved report, or null if it was not saved by this client. */
export function readContent({ type, summary, details }: Report): ReportContent | null {
  const result = contentSchema.safeParse({ type, summary, rows: details })
  return result.success ? result.data : null
}
