import { CartesianGrid, Line, LineChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import type { ChartFigures } from './chart-frame'
import { dashes } from './chart-looks'

const tick = { fill: 'var(--ink-muted)', fontSize: 12 }
const tooltip = {
  background: 'var(--raised)',
  border: '1px solid var(--line)',
  borderRadius: 'var(--radius-control)',
  color: 'var(--ink)',
  fontSize: 13,
}

/** The lines themselves, apart so that their library is loaded only where such a chart is on screen. */
export function LineDrawing({ series, points, height }: ChartFigures & { height: number }) {
  return (
    <ResponsiveContainer width="100%" height={height} initialDimension={{ width: 640, height }}>
      <LineChart
        data={points.map(({ label, values }) => ({ label, ...values }))}
        accessibilityLayer={false}
        margin={{ top: 8, right: 12, bottom: 0, left: -12 }}
      >
        <CartesianGrid stroke="var(--line)" vertical={false} />
        <XAxis dataKey="label" tick={tick} tickLine={false} stroke="var(--line)" minTickGap={24} />
        <YAxis tick={tick} tickLine={false} axisLine={false} allowDecimals={false} />
        <Tooltip contentStyle={tooltip} isAnimationActive={false} cursor={{ stroke: 'var(--edge)' }} />
        {series.map(({ key, label }, index) => (
          <Line
            key={key}
            dataKey={key}
            name={label}
            stroke={`var(--chart-${index + 1})`}
            strokeWidth={2.5}
            {...(dashes[index] && { strokeDasharray: dashes[index] })}
            dot={{ r: 2.5, strokeDasharray: '0' }}
            isAnimationActive={false}
          />
        ))}
      </LineChart>
    </ResponsiveContainer>
  )
}
