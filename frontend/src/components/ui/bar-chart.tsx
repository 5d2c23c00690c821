import { ChartFrame, type ChartFigures, type ChartSeries } from './chart-frame'

interface BarChartProps {
  label: string
  pointLabel: string
  series: ChartSeries
  points: ChartFigures['points']
}

const FULL = 100

/** A few things compared by one number. Laid out by the page itself, without the library that lines need. */
export function BarChart({ label, pointLabel, series, points }: BarChartProps) {
  const valueOf = (values: Record<string, number>) => values[series.key] ?? 0
  const most = Math.max(1, ...points.map(({ values }) => valueOf(values)))
  return (
    <ChartFrame label={label} pointLabel={pointLabel} series={[series]} points={points}>
      <div className="grid gap-3 py-2 text-xs">
        {points.map(({ label: name, values }) => (
          <div key={name} className="grid grid-cols-[minmax(0,8.5rem)_1fr_3rem] items-center gap-2">
            <span className="truncate text-right text-muted">{name}</span>
            <span className="h-4 rounded bg-sunken [print-color-adjust:exact]">
              <span
                className="block h-full rounded bg-(--chart-1)"
                style={{ width: `${(valueOf(values) / most) * FULL}%` }}
              />
            </span>
            <span className="tabular">{valueOf(values).toLocaleString()}</span>
          </div>
        ))}
      </div>
    </ChartFrame>
  )
}
