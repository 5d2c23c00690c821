const TITLE_MIN = 3
export const TITLE_MAX = 100

/** What is wrong with a title. Without the library for forms, which a task's page need not load for one field. */
export function titleProblem(title: string): string | undefined {
  const length = title.trim().length
  if (length < TITLE_MIN) return `At least ${TITLE_MIN} characters.`
  return length > TITLE_MAX ? `At most ${TITLE_MAX} characters.` : undefined
}
