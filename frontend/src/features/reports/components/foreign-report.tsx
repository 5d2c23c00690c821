import type { Report } from '@/api/types'
import { Card } from '@/components/ui/card'

function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function nameOf(key: string): string {
  const words = key
    .replaceAll('_', ' ')
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : { value }
}

/** A report some other client saved: shown as it is. */
export function ForeignReport({ report }: { report: Report }) {
  const rows = report.details.map(recordOf)
  const headers = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  return (
    <div className="grid gap-4">
      <Card title="Summary">
        <dl className="grid gap-2 sm:grid-cols-3">
          {Object.entries(report.summary).map(([key, value]) => (
            <div key={key}>
              <dt className="text-sm text-muted">{nameOf(key)}</dt>
              <dd className="break-words">{textOf(value)}</dd>
            </div>
          ))}
        </dl>
      </Card>
      {rows.length > 0 && (
        <Card title="Details" flush>
          <div
            role="region"
            aria-label="Details of the report"
            tabIndex={0}
            className="max-h-[70dvh] overflow-auto"
          >
            <table className="w-full border-collapse text-left text-sm">
              <thead>
                <tr className="border-b text-muted">
                  {headers.map((header) => (
                    <th key={header} scope="col" className="px-3 py-1.5 font-medium">
                      {nameOf(header)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map((row, index) => (
                  <tr key={index} className="border-b last:border-0">
                    {headers.map((header) => (
                      <td key={header} className="px-3 py-1.5">
                        {textOf(row[header])}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </Card>
      )}
    </div>
  )
}
