/*
 * What pages keep in their address. A value that makes no sense, from an old link or a mistyped one, is
 * dropped instead of breaking the page. Written out here because every first visit loads it.
 */

/** Reads one value; undefined stands for none. */
type Reader<T> = (value: unknown) => T

type Readers = Record<string, Reader<unknown>>
type OptionalName<R extends Readers> = {
  [Name in keyof R]: undefined extends ReturnType<R[Name]> ? Name : never
}[keyof R]
type Flat<T> = { [Name in keyof T]: T[Name] }

/** What a page reads: values with a fallback are always there. */
type Output<R extends Readers> = Flat<
  { [Name in OptionalName<R>]?: ReturnType<R[Name]> } & {
    [Name in Exclude<keyof R, OptionalName<R>>]: ReturnType<R[Name]>
  }
>
/** What a link may say: any of them. */
type Input<R extends Readers> = { [Name in keyof R]?: ReturnType<R[Name]> | undefined }

/** A text of digits arrives as a number when the address was written by somebody else. */
export const text: Reader<string | undefined> = (value) => {
  if (typeof value === 'string') return value
  return typeof value === 'number' ? String(value) : undefined
}

export const flag: Reader<boolean | undefined> = (value) => (typeof value === 'boolean' ? value : undefined)

function isId(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0
}

export const id: Reader<number | undefined> = (value) => (isId(value) ? value : undefined)

export const ids: Reader<number[] | undefined> = (value) =>
  Array.isArray(value) && value.every(isId) ? value : undefined

export const page: Reader<number> = (value) => (isId(value) && value > 0 ? value : 1)

export function textOr(fallback: string): Reader<string> {
  return (value) => (typeof value === 'string' ? value : fallback)
}

export function oneOf<const T extends string>(values: readonly T[]): Reader<T | undefined> {
  return (value) => values.find((each) => each === value)
}

/** The first value is the one that counts when there is none. */
export function choice<const T extends string>(...values: [T, ...T[]]): Reader<T> {
  const known = oneOf<T>(values)
  return (value) => known(value) ?? values[0]
}

export function someOf<const T extends string>(values: readonly T[]): Reader<T[] | undefined> {
  const known = oneOf<T>(values)
  return (value) =>
    Array.isArray(value) && value.every((each) => known(each) !== undefined) ? (value as T[]) : undefined
}

/** Reads the parameters a page has, as the router's `validateSearch` wants them. */
export function searchParams<R extends Readers>(readers: R) {
  return {
    parse(input: unknown): Output<R> {
      const given = (input ?? {}) as Record<string, unknown>
      const read = Object.entries(readers).map(([name, reader]) => [name, reader(given[name])] as const)
      // What was given and makes no sense is said to be nothing: the router keeps what is only left out.
      return Object.fromEntries(
        read.filter(([name, value]) => value !== undefined || given[name] !== undefined),
      ) as Output<R>
    },
    // Only the types count; the router never reads the value.
    types: undefined as unknown as { input: Input<R>; output: Output<R> },
  }
}
