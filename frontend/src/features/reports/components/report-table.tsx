import { useMemo } from 'react'
import { DataTable, type Column } from '@/components/ui/lazy-data-table'
import { usePrinting } from '../hooks/use-printing'
import type { ReportColumn } from './report-columns'

/** More than fits a printed report; the CSV file has them all. */
const PRINTED_MOST = 2000

interface ReportTableProps<T> {
  caption: string
  columns: ReportColumn<T>[]
  rows: T[]
}

/** The rows of a report. On paper there is no scrolling, so it gets a plain table. */
export function ReportTable<T extends { id: number }>({ caption, columns, rows }: ReportTableProps<T>) {
  const printing = usePrinting()
  const tableColumns = useMemo(
    () =>
      columns.map<Column<T>>((column) => ({
        id: column.header,
        header: column.header,
        cell: ({ row }) => contentOf(column, row.original),
        meta: { className: column.numeric ? 'text-right tabular' : 'min-w-24' },
      })),
    [columns],
  )
  if (printing) return <PrintedTable caption={caption} columns={columns} rows={rows} />
  return <DataTable caption={caption} columns={tableColumns} rows={rows} rowId={(row) => row.id} />
}

function contentOf<T>(column: ReportColumn<T>, row: T) {
  return column.cell ? column.cell(row) : column.value(row)
}

function PrintedTable<T extends { id: number }>({ caption, columns, rows }: ReportTableProps<T>) {
  return (
    <>
      <table className="w-full border-collapse text-left text-xs">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.header} scope="col" className="border-b p-1">
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, PRINTED_MOST).map((row) => (
            <tr key={row.id} className="break-inside-avoid border-b">
              {columns.map((column) => (
                <td key={column.header} className="p-1">
                  {contentOf(column, row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > PRINTED_MOST && (
        <p className="p-1 text-sm">
          The first {PRINTED_MOST.toLocaleString()} of {rows.length.toLocaleString()} rows. The CSV file has
          all of them.
        </p>
      )}
    </>
  )
}
