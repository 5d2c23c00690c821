import * as z from 'zod/mini'

/** The server's own rule for addresses, so that the form does not refuse what it accepts. */
const EMAIL = /^[A-Za-z0-9_.+-]+@[A-Za-z0-9-]+\.[A-Za-z0-9.-]+$/
const EMAIL_MAX = 100
const NAME_MAX = 100
export const PASSWORD_MIN = 8

const email = z
  .string()
  .check(
    z.trim(),
    z.minLength(1, 'Enter your email address.'),
    z.maxLength(EMAIL_MAX, `At most ${EMAIL_MAX} characters.`),
    z.regex(EMAIL, 'This does not look like an email address.'),
  )

export const signInSchema = z.object({
  email,
  password: z.string().check(z.minLength(1, 'Enter your password.')),
})

export const registerSchema = z.object({
  name: z
    .string()
    .check(
      z.trim(),
      z.minLength(1, 'Enter your name.'),
      z.maxLength(NAME_MAX, `At most ${NAME_MAX} characters.`),
    ),
  email,
  password: z
    .string()
    .check(z.refine((value) => [...value].length >= PASSWORD_MIN, `At least ${PASSWORD_MIN} characters.`)),
})

/** Only a path of our own: an address from elsewhere must not become the next page. */
export function safeReturnPath(path: string | undefined): string | undefined {
  return path && /^\/(?![/\\])/.test(path) ? path : undefined
}
