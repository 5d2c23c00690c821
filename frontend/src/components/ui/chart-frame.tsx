import type { ReactNode } from 'react'

export interface ChartSeries {
  key: string
  label: string
}

interface ChartPoint {
  label: string
  values: Record<string, number>
}

export interface ChartFigures {
  series: readonly ChartSeries[]
  points: readonly ChartPoint[]
}

interface ChartFrameProps extends ChartFigures {
  /** What is shown, as a sentence or a title. */
  label: string
  /** What the points are: "Status", "Week". */
  pointLabel: string
  /** The drawing, which says nothing to those who do not see it. */
  children: ReactNode
}

/** A chart, and the same figures as a table for everybody who prefers to read them. */
export function ChartFrame({ label, pointLabel, series, points, children }: ChartFrameProps) {
  if (!points.some(({ values }) => Object.values(values).some((value) => value > 0))) {
    return <p className="text-muted">Nothing to show yet.</p>
  }
  return (
    <figure aria-label={label} className="grid gap-2">
      <div aria-hidden>{children}</div>
      <details className="text-sm">
        <summary className="w-fit cursor-pointer rounded text-muted hover:text-ink print:hidden">
          Show the figures
        </summary>
        <FiguresTable label={label} pointLabel={pointLabel} series={series} points={points} />
      </details>
    </figure>
  )
}

function FiguresTable({ label, pointLabel, series, points }: Omit<ChartFrameProps, 'children'>) {
  return (
    <div className="mt-2 max-h-64 overflow-auto" role="region" aria-label={`Figures: ${label}`} tabIndex={0}>
      <table className="w-full border-collapse text-left">
        <caption className="sr-only">{label}</caption>
        <thead>
          <tr className="text-muted">
            <th scope="col" className="py-1 pr-4 font-medium">
              {pointLabel}
            </th>
            {series.map((each) => (
              <th key={each.key} scope="col" className="py-1 pr-4 text-right font-medium">
                {each.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {points.map((point) => (
            <tr key={point.label} className="border-t">
              <th scope="row" className="py-1 pr-4 font-normal">
                {point.label}
              </th>
              {series.map((each) => (
                <td key={each.key} className="py-1 pr-4 text-right tabular">
                  {(point.values[each.key] ?? 0).toLocaleString()}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
