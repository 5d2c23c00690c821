type Value = string | number | boolean | null | undefined

export interface CsvColumn<T> {
  header: string
  value: (row: T) => Value
}

/** A spreadsheet runs what begins like this as a formula; a leading quote makes it text. */
const FORMULA = /^[=+\-@\t\r]/

function field(value: Value): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return String(value)
  const text = FORMULA.test(String(value)) ? `'${value}` : String(value)
  return /["\r\n,]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** RFC 4180 with a byte order mark, without which Excel misreads anything but ASCII. */
export function toCsv<T>(columns: readonly CsvColumn<T>[], rows: readonly T[]): Blob {
  const lines = [
    columns.map((column) => field(column.header)),
    ...rows.map((row) => columns.map((column) => field(column.value(row)))),
  ]
  return new Blob(['\uFEFF', lines.map((line) => line.join(',')).join('\r\n'), '\r\n'], {
    type: 'text/csv;charset=utf-8',
  })
}
