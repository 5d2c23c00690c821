import { Suspense, type ReactNode } from 'react'
import { preloadedComponent } from '@/lib/lazy-component'
import { dashes } from './chart-looks'
import { Skeleton } from './skeleton'

const Drawing = preloadedComponent(() => import('./chart-drawing'), 'ChartDrawing')

interface ChartSeries {
  key: string
  label: string
}

interface ChartPoint {
  label: string
  values: Record<string, number>
}

export interface ChartData {
  /** Bars compare a few things by one number; lines show how numbers went over time. */
  kind: 'bars' | 'lines'
  series: readonly ChartSeries[]
  points: readonly ChartPoint[]
}

interface ChartProps extends ChartData {
  /** What is shown, as a sentence or a title. */
  label: string
  /** What the points are: "Status", "Week". */
  pointLabel: string
}

const BAR_HEIGHT = 36
const LINES_HEIGHT = 240

/** A chart, and the same figures as a table for everybody who prefers to read them. */
export function Chart({ label, pointLabel, ...data }: ChartProps) {
  if (!data.points.some(({ values }) => Object.values(values).some((value) => value > 0))) {
    return <p className="text-muted">Nothing to show yet.</p>
  }
  const height = data.kind === 'bars' ? data.points.length * BAR_HEIGHT + 8 : LINES_HEIGHT
  return (
    <figure aria-label={label} className="grid gap-2">
      <div aria-hidden style={{ height }}>
        <Suspense fallback={<Skeleton className="h-full" />}>
          <Drawing {...data} height={height} />
        </Suspense>
      </div>
      {data.series.length > 1 && <Legend series={data.series} />}
      <details className="text-sm">
        <summary className="w-fit cursor-pointer rounded text-muted hover:text-ink print:hidden">
          Show the figures
        </summary>
        <FiguresTable label={label} pointLabel={pointLabel} {...data} />
      </details>
    </figure>
  )
}

function Legend({ series }: { series: readonly ChartSeries[] }): ReactNode {
  return (
    <ul aria-hidden className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-muted">
      {series.map((each, index) => (
        <li key={each.key} className="flex items-center gap-1.5">
          <svg width="28" height="10">
            <line
              x1="0"
              y1="5"
              x2="28"
              y2="5"
              strokeWidth="2.5"
              stroke={`var(--chart-${index + 1})`}
              strokeDasharray={dashes[index]}
            />
          </svg>
          {each.label}
        </li>
      ))}
    </ul>
  )
}

function FiguresTable({ label, pointLabel, series, points }: Omit<ChartProps, 'kind'>) {
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
