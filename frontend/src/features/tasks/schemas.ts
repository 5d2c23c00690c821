import * as z from 'zod/mini'
import { TASK_PRIORITIES, TASK_STATUSES } from '@/api/labels'
import { titleProblem } from './title'

const titleSchema = z.string().check(
  z.trim(),
  z.check<string>(({ value, issues }) => {
    const message = titleProblem(value)
    if (message) issues.push({ code: 'custom', message, input: value })
  }),
)

export const newTaskSchema = z.object({
  title: titleSchema,
  description: z.string(),
  status: z.enum(TASK_STATUSES),
  priority: z.enum(TASK_PRIORITIES),
  assigned_to: z.nullable(z.number()),
  project_id: z.nullable(z.number()),
  deadline: z.nullable(z.string()),
})

export type NewTaskForm = z.infer<typeof newTaskSchema>
