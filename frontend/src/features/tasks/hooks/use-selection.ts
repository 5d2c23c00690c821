import { useMemo, useState } from 'react'

export interface Selection {
  ids: readonly number[]
  has: (id: number) => boolean
  toggle: (id: number) => void
  add: (ids: readonly number[]) => void
  remove: (ids: readonly number[]) => void
  clear: () => void
}

/** Which rows are chosen. It outlives a page of the list, so that one can choose across pages. */
export function useSelection(): Selection {
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  // The same for as long as the page is there, so that rows are drawn again only when they themselves are chosen.
  const actions = useMemo(
    () => ({
      toggle: (id: number) =>
        setChosen((old) =>
          old.has(id) ? new Set([...old].filter((each) => each !== id)) : new Set([...old, id]),
        ),
      add: (ids: readonly number[]) => setChosen((old) => new Set([...old, ...ids])),
      remove: (ids: readonly number[]) => {
        const left = new Set(ids)
        setChosen((old) => new Set([...old].filter((id) => !left.has(id))))
      },
      clear: () => setChosen(new Set()),
    }),
    [],
  )
  return useMemo(() => ({ ...actions, ids: [...chosen], has: (id) => chosen.has(id) }), [actions, chosen])
}
