import { notFound } from '@tanstack/react-router'

/** Reads a numeric id from a path; anything else is a page that does not exist. */
export function idParam<Name extends string>(name: Name) {
  return {
    parse: (params: Record<Name, string>) => {
      const id = Number(params[name])
      if (!/^\d+$/.test(params[name]) || !Number.isSafeInteger(id) || id < 1) throw notFound()
      return { [name]: id } as Record<Name, number>
    },
    stringify: (params: Record<Name, number>) => ({ [name]: String(params[name]) }) as Record<Name, string>,
  }
}
