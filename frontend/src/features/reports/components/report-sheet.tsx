import { FileSearch } from 'lucide-react'
import { Card } from '@/components/ui/card'
import { Chart } from '@/components/ui/chart'
import { EmptyState } from '@/components/ui/empty-state'
import { StatTile, StatTiles } from '@/components/ui/stat-tile'
import { formatDate, formatDateTime } from '@/lib/time'
import type { ReportContent } from '../figures/content'
import { reportColumns } from './report-columns'
import { ReportTable } from './report-table'

/** A report as it is read and printed, be it of now or saved. */
export function ReportSheet({ content }: { content: ReportContent }) {
  const { summary } = content
  return (
    <div className="grid gap-4">
      <p className="text-sm text-muted">
        From {formatDate(summary.from)} to {formatDateTime(summary.as_of)}
      </p>
      <StatTiles>
        {summary.figures.map(({ label, value, unit = '' }) => (
          <StatTile key={label} label={label} value={`${value.toLocaleString()}${unit}`} />
        ))}
      </StatTiles>
      <div className="grid items-start gap-4 lg:grid-cols-2">
        {summary.charts.map(({ title, ...chart }) => (
          <Card
            key={title}
            title={title}
            className={chart.kind === 'lines' ? 'break-inside-avoid lg:col-span-2' : 'break-inside-avoid'}
          >
            <Chart label={title} {...chart} />
          </Card>
        ))}
      </div>
      <Card title="Details" flush>
        {content.rows.length === 0 ? (
          <EmptyState icon={FileSearch} title="Nothing in this range">
            Choose a longer one.
          </EmptyState>
        ) : (
          <Rows content={content} />
        )}
      </Card>
    </div>
  )
}

function Rows({ content }: { content: ReportContent }) {
  switch (content.type) {
    case 'tasks':
      return <ReportTable caption="Tasks of the report" columns={reportColumns.tasks} rows={content.rows} />
    case 'developers':
      return (
        <ReportTable caption="People of the report" columns={reportColumns.developers} rows={content.rows} />
      )
    case 'github':
      return (
        <ReportTable
          caption="Repositories of the report"
          columns={reportColumns.github}
          rows={content.rows}
        />
      )
  }
}
