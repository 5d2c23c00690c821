import { tableFeatures, useTable, type ColumnDef, type Row, type RowData } from '@tanstack/react-table'
import { memo, useRef, type ReactNode } from 'react'
import { cn } from '@/lib/cn'
import { SortHeader } from './sort-header'
import { useVirtualRows } from './use-virtual-rows'

const features = tableFeatures({})

/** A column. `meta` is a `ColumnMeta`. */
export type Column<T extends RowData> = ColumnDef<typeof features, T>

export interface ColumnMeta {
  /** The field the server sorts by. */
  sort?: string
  /** Sizes the column, or hides it on narrow screens. */
  className?: string
}

export interface DataTableProps<T extends RowData> {
  caption: string
  /** Stable: define them at module scope or in a memo. */
  columns: Column<T>[]
  rows: T[]
  rowId: (row: T) => string | number
  /** Field to sort by, with `-` in front for descending. */
  sort?: string | undefined
  onSort?: (sort: string) => void
  isSelected?: (row: T) => boolean
  className?: string
  /** With `table-fixed`, each new row is laid out alone instead of with all others, and no column moves. */
  tableClassName?: string
}

function metaOf<T extends RowData>({ columnDef }: { columnDef: Column<T> }): ColumnMeta {
  return columnDef.meta ?? {}
}

/**
 * What a column draws. Not as a component of its own: a function that is made anew, as when another row is chosen,
 * would be a new component, and whatever has focus in it would lose it.
 */
function drawn<Context>(template: string | ((context: Context) => unknown) | undefined, context: Context) {
  return (typeof template === 'function' ? template(context) : template) as ReactNode
}

interface TableRowProps<T extends RowData> {
  row: Row<typeof features, T>
  /** What the cells are made by, so that other columns make other cells. */
  columns: Column<T>[]
  selected: boolean
}

/** Drawn again only when it has changed, not whenever the table is scrolled. */
const TableRow = memo(function TableRow<T extends RowData>({ row, selected }: TableRowProps<T>) {
  return (
    <tr
      aria-rowindex={row.index + 2}
      data-selected={selected || undefined}
      className="h-10 border-b last:border-0 hover:bg-hover data-selected:bg-selected"
    >
      {row.getAllCells().map((cell) => (
        <td key={cell.id} className={cn('px-2 py-1.5 sm:px-3', metaOf<T>(cell.column).className)}>
          {drawn(cell.column.columnDef.cell, cell.getContext())}
        </td>
      ))}
    </tr>
  )
}) as <T extends RowData>(props: TableRowProps<T>) => ReactNode

/** A table whose order is the server's. Of a hundred rows or more only those in sight are in the document. */
export function DataTable<T extends RowData>(props: DataTableProps<T>) {
  const { caption, columns, rows, rowId, sort, onSort, isSelected, className, tableClassName } = props
  const scroller = useRef<HTMLDivElement>(null)
  const table = useTable({ features, columns, data: rows, getRowId: (row) => String(rowId(row)) })
  const { active, shown, total } = useVirtualRows(table.getRowModel().rows, scroller)
  const before = shown[0]?.start ?? 0
  const after = shown.length < rows.length ? total - before - shown.length * (total / rows.length) : 0

  return (
    <div
      ref={scroller}
      role="region"
      aria-label={caption}
      tabIndex={0}
      className={cn(
        'relative scroll-pt-12 overflow-auto',
        active && 'max-h-[calc(100dvh-16rem)] min-h-64',
        className,
      )}
    >
      <table
        className={cn('w-full border-collapse text-left', tableClassName)}
        aria-rowcount={rows.length + 1}
      >
        <caption className="sr-only">{caption}</caption>
        <thead className="sticky top-0 z-10 bg-surface">
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id} aria-rowindex={1} className="border-b">
              {group.headers.map((header) => (
                <SortHeader key={header.id} {...metaOf<T>(header.column)} current={sort} onSort={onSort}>
                  {drawn(header.column.columnDef.header, header.getContext())}
                </SortHeader>
              ))}
            </tr>
          ))}
        </thead>
        <tbody>
          {before > 0 && <tr aria-hidden style={{ height: before }} />}
          {shown.map(({ row }) => (
            <TableRow
              key={row.id}
              row={row}
              columns={columns}
              selected={isSelected?.(row.original) ?? false}
            />
          ))}
          {after > 0 && <tr aria-hidden style={{ height: after }} />}
        </tbody>
      </table>
    </div>
  )
}
