/** The mark and the name. */
export function Logo() {
  return (
    <span className="inline-flex items-center gap-2 text-lg font-semibold tracking-tight text-ink">
      <img src="/favicon.svg" alt="" className="size-7" />
      DevSync
    </span>
  )
}
