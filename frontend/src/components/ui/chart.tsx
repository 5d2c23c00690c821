import { Suspense, type ReactNode } from 'react'
import { preloadedComponent } from '@/lib/lazy-component'
import { BarChart } from './bar-chart'
import { ChartFrame, type ChartFigures, type ChartSeries } from './chart-frame'
import { dashes } from './chart-looks'
import { Skeleton } from './skeleton'

const Lines = preloadedComponent(() => import('./line-drawing'), 'LineDrawing')

interface ChartData extends ChartFigures {
  /** Bars compare a few things by one number; lines show how numbers went over time. */
  kind: 'bars' | 'lines'
}

interface ChartProps extends ChartData {
  label: string
  pointLabel: string
}

const LINES_HEIGHT = 240

/** Either kind of chart. A page that shows bars alone takes them from `bar-chart.tsx` and spares the library. */
export function Chart({ kind, ...chart }: ChartProps) {
  const [first] = chart.series
  if (kind === 'bars' && first) return <BarChart {...chart} series={first} />
  return (
    <ChartFrame {...chart}>
      <div style={{ height: LINES_HEIGHT }}>
        <Suspense fallback={<Skeleton className="h-full" />}>
          <Lines {...chart} height={LINES_HEIGHT} />
        </Suspense>
      </div>
      {chart.series.length > 1 && <Legend series={chart.series} />}
    </ChartFrame>
  )
}

function Legend({ series }: { series: readonly ChartSeries[] }): ReactNode {
  return (
    <ul className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-sm text-muted">
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
