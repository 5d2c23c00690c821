import * as z from 'zod/mini'

/** The server's own rule for addresses, so that a form does not refuse what it accepts. */
const EMAIL = /^[A-Za-z0-9_.+-]+@[A-Za-z0-9-]+\.[A-Za-z0-9.-]+$/
const EMAIL_MAX = 100
const NAME_MAX = 100
export const PASSWORD_MIN = 8

export const emailField = z
  .string()
  .check(
    z.trim(),
    z.minLength(1, 'Enter your email address.'),
    z.maxLength(EMAIL_MAX, `At most ${EMAIL_MAX} characters.`),
    z.regex(EMAIL, 'This does not look like an email address.'),
  )

/** Names given later need two characters; registering asks for one. */
export const nameField = z
  .string()
  .check(
    z.trim(),
    z.minLength(2, 'At least 2 characters.'),
    z.maxLength(NAME_MAX, `At most ${NAME_MAX} characters.`),
  )

export function isLongEnough(password: string): boolean {
  return [...password].length >= PASSWORD_MIN
}

export const passwordField = z.string().check(z.refine(isLongEnough, `At least ${PASSWORD_MIN} characters.`))
