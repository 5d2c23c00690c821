import {
  Bar,
  BarChart,
  CartesianGrid,
  LabelList,
  Line,
  LineChart,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts'
import type { ChartData } from './chart'
import { dashes } from './chart-looks'

const LABEL_WIDTH = 136
const LABEL_MAX = 19

/** The whole of it stands in the figures below. */
function shortened(label: string): string {
  return label.length > LABEL_MAX ? `${label.slice(0, LABEL_MAX - 1)}…` : label
}

const tick = { fill: 'var(--ink-muted)', fontSize: 12 }
const tooltip = {
  background: 'var(--raised)',
  border: '1px solid var(--line)',
  borderRadius: 'var(--radius-control)',
  color: 'var(--ink)',
  fontSize: 13,
}

type DrawingProps = ChartData & { height: number }

/** The drawing itself, apart so that its library is loaded only where a chart is on screen. */
export function ChartDrawing({ height, ...data }: DrawingProps) {
  return (
    <ResponsiveContainer width="100%" height={height} initialDimension={{ width: 640, height }}>
      {data.kind === 'bars' ? bars(data) : lines(data)}
    </ResponsiveContainer>
  )
}

function rowsOf({ points }: ChartData) {
  return points.map(({ label, values }) => ({ label, ...values }))
}

function bars(data: ChartData) {
  return (
    <BarChart
      data={rowsOf(data)}
      layout="vertical"
      accessibilityLayer={false}
      margin={{ top: 4, right: 48, bottom: 4, left: 0 }}
    >
      <XAxis type="number" hide domain={[0, 'dataMax']} />
      <YAxis
        type="category"
        dataKey="label"
        width={LABEL_WIDTH}
        tickFormatter={shortened}
        tick={tick}
        axisLine={false}
        tickLine={false}
      />
      {data.series.map((series, index) => (
        <Bar
          key={series.key}
          dataKey={series.key}
          name={series.label}
          fill={`var(--chart-${index + 1})`}
          background={{ fill: 'var(--sunken)', radius: 4 }}
          radius={4}
          barSize={16}
          // Without any width a zero would have neither track nor number.
          minPointSize={0.01}
          isAnimationActive={false}
        >
          <LabelList dataKey={series.key} position="right" fill="var(--ink)" fontSize={12} />
        </Bar>
      ))}
    </BarChart>
  )
}

function lines(data: ChartData) {
  return (
    <LineChart
      data={rowsOf(data)}
      accessibilityLayer={false}
      margin={{ top: 8, right: 12, bottom: 0, left: -12 }}
    >
      <CartesianGrid stroke="var(--line)" vertical={false} />
      <XAxis dataKey="label" tick={tick} tickLine={false} stroke="var(--line)" minTickGap={24} />
      <YAxis tick={tick} tickLine={false} axisLine={false} allowDecimals={false} />
      <Tooltip contentStyle={tooltip} isAnimationActive={false} cursor={{ stroke: 'var(--edge)' }} />
      {data.series.map((series, index) => (
        <Line
          key={series.key}
          dataKey={series.key}
          name={series.label}
          stroke={`var(--chart-${index + 1})`}
          strokeWidth={2.5}
          {...(dashes[index] && { strokeDasharray: dashes[index] })}
          dot={{ r: 2.5, strokeDasharray: '0' }}
          isAnimationActive={false}
        />
      ))}
    </LineChart>
  )
}
