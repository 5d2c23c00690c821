import { lazy, useState, type ComponentType } from 'react'

/**
 * A component whose code is loaded when it is first shown:
 * `const Board = lazyComponent(() => import('./board'), 'Board')`, inside a `<Suspense>`.
 *
 * `Board.preload()` starts that earlier, beside the data it will show. What has been loaded by the time it is
 * shown appears at once; `lazy` alone would always pass through the fallback first.
 */
export function lazyComponent<Name extends string, Props extends object>(
  load: () => Promise<Record<Name, ComponentType<Props>>>,
  name: Name,
) {
  let loaded: ComponentType<Props> | undefined

  async function resolve() {
    loaded = (await load())[name]
    return { default: loaded }
  }

  const Later: ComponentType<Props> = lazy(resolve)

  function Lazy(props: Props) {
    // Decided once: another component would lose what somebody is typing.
    const [{ Component }] = useState(() => ({ Component: loaded ?? Later }))
    return <Component {...props} />
  }

  return Object.assign(Lazy, {
    /** A failure is not told here but where the component is shown. */
    preload: () => void resolve().catch(() => undefined),
  })
}
