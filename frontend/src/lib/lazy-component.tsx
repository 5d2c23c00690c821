import { lazy, useState, type ComponentType } from 'react'

type Load<Name extends string, Props extends object> = () => Promise<Record<Name, ComponentType<Props>>>

function lazily<Name extends string, Props extends object>(load: Load<Name, Props>, name: Name) {
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

  return { Lazy, resolve }
}

/**
 * A component whose code is loaded when it is first shown:
 * `const Palette = lazyComponent(() => import('./palette'), 'Palette')`, inside a `<Suspense>`.
 */
export function lazyComponent<Name extends string, Props extends object>(
  load: Load<Name, Props>,
  name: Name,
) {
  return lazily(load, name).Lazy
}

/**
 * The same for a part that a page shows as soon as it has its data: its code comes beside them. What has been
 * loaded by the time it is shown appears at once; `lazy` alone would always pass through the fallback first.
 * The budget (`scripts/budget.js`) finds these parts by the name of this function.
 */
export function preloadedComponent<Name extends string, Props extends object>(
  load: Load<Name, Props>,
  name: Name,
) {
  const { Lazy, resolve } = lazily(load, name)
  // A failure is not told here but where the component is shown.
  void resolve().catch(() => undefined)
  return Lazy
}
