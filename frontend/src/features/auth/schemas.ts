import * as z from 'zod/mini'
import { emailField, passwordField } from '@/api/account-fields'

const NAME_MAX = 100

export const signInSchema = z.object({
  email: emailField,
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
  email: emailField,
  password: passwordField,
})

/** Only a path of our own: an address from elsewhere must not become the next page. */
export function safeReturnPath(path: string | undefined): string | undefined {
  return path && /^\/(?![/\\])/.test(path) ? path : undefined
}
