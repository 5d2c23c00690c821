import * as z from 'zod/mini'
import { TASK_PRIORITIES, TASK_STATUSES } from '@/api/labels'

const TITLE_MIN = 3
export const TITLE_MAX = 100

export const titleSchema = z
  .string()
  .check(
    z.trim(),
    z.minLength(TITLE_MIN, `At least ${TITLE_MIN} characters.`),
    z.maxLength(TITLE_MAX, `At most ${TITLE_MAX} characters.`),
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
