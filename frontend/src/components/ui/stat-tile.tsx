import { TrendingDown, TrendingUp } from 'lucide-react'
import type { ReactNode } from 'react'

interface StatTileProps {
  label: string
  value: ReactNode
  /** Percent against the range before; nothing is shown when it is not known. */
  change?: number | undefined
  hint?: ReactNode
}

function Change({ percent }: { percent: number }) {
  if (percent === 0) return <span>As before</span>
  const Icon = percent > 0 ? TrendingUp : TrendingDown
  return (
    <span className="inline-flex items-center gap-1">
      <Icon className="size-3.5" aria-hidden />
      {Math.abs(percent)}% {percent > 0 ? 'more' : 'less'} than before
    </span>
  )
}

/** One number with its name. Belongs into a `StatTiles`. */
export function StatTile({ label, value, change, hint }: StatTileProps) {
  return (
    <div className="flex flex-col rounded-card border bg-surface px-4 py-3 shadow-raised">
      <dt className="text-sm text-muted">{label}</dt>
      <dd className="text-2xl font-semibold tabular">{value}</dd>
      {(hint !== undefined || change !== undefined) && (
        <dd className="text-xs text-muted">{hint ?? <Change percent={change ?? 0} />}</dd>
      )}
    </div>
  )
}

export function StatTiles({ children }: { children: ReactNode }) {
  return (
    <dl className="grid grid-cols-2 gap-3 sm:grid-cols-[repeat(auto-fit,minmax(10rem,1fr))] print:grid-cols-5">
      {children}
    </dl>
  )
}
