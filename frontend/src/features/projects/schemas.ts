import * as z from 'zod/mini'
import { PROJECT_STATUSES } from '@/api/labels'

const NAME_MIN = 3
const NAME_MAX = 100
const REPOSITORY_MAX = 255

export const projectSchema = z.object({
  name: z
    .string()
    .check(
      z.trim(),
      z.minLength(NAME_MIN, `At least ${NAME_MIN} characters.`),
      z.maxLength(NAME_MAX, `At most ${NAME_MAX} characters.`),
    ),
  description: z.string(),
  status: z.enum(PROJECT_STATUSES),
  github_repo: z
    .string()
    .check(z.trim(), z.maxLength(REPOSITORY_MAX, `At most ${REPOSITORY_MAX} characters.`)),
  team_members: z.array(z.number()),
})

export type ProjectForm = z.infer<typeof projectSchema>
