import * as z from 'zod/mini'

/*
 * What pages keep in their address. A value that makes no sense, from an old link or a mistyped one, is
 * dropped instead of breaking the page. The small build of zod is used because every first visit loads this.
 */

/** A text of digits arrives as a number when the address was written by somebody else. */
export const text = z.catch(
  z.optional(z.pipe(z.union([z.string(), z.number()]), z.transform(String))),
  undefined,
)
export const flag = z.catch(z.optional(z.boolean()), undefined)
export const id = z.catch(z.optional(z.int().check(z.nonnegative())), undefined)
export const ids = z.catch(z.optional(z.array(z.int().check(z.nonnegative()))), undefined)
export const page = z.catch(z._default(z.int().check(z.positive()), 1), 1)

export function textOr(fallback: string) {
  return z.catch(z._default(z.string(), fallback), fallback)
}

export function oneOf<const T extends readonly [string, ...string[]]>(values: T) {
  return z.catch(z.optional(z.enum(values)), undefined)
}

/** The first value is the one that counts when there is none. */
export function choice<const T extends readonly [string, ...string[]]>(...values: T) {
  const fallback = values[0] as never
  return z.catch(z._default(z.enum(values), fallback), fallback)
}

export function someOf<const T extends readonly [string, ...string[]]>(values: T) {
  return z.catch(z.optional(z.array(z.enum(values))), undefined)
}

export const searchParams = z.object
