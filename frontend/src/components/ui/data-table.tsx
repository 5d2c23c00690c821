import { tableFeatures, useTable, type ColumnDef, type RowData } from '@tanstack/react-table'
import { useRef } from 'react'
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
}

function metaOf<T extends RowData>({ columnDef }: { columnDef: Column<T> }): ColumnMeta {
  return columnDef.meta ?? {}
}

/** A table whose order is the server's. Of a hundred rows or more only those in sight are in the document. */
export function DataTable<T extends RowData>(props: DataTableProps<T>) {
  const { caption, columns, rows, rowId, sort, onSort, isSelected, className } = props
  const scroller = useRef<HTMLDivElement>(null)
  const table = useTable({ features, columns, data: rows, getRowId: (row) => String(rowId(row)) })
  const { active, shown, before, after } = useVirtualRows(table.getRowModel().rows, scroller)

  return (
    <div
      ref={scroller}
      role="region"
      aria-label={caption}
      tabIndex={0}
      className={cn('relative overflow-auto', active && 'max-h-[calc(100dvh-16rem)] min-h-64', className)}
    >
      <table className="w-full border-collapse text-left" aria-rowcount={rows.length + 1}>
        <caption className="sr-only">{caption}</caption>
        <thead className="sticky top-0 z-10 bg-surface">
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id} aria-rowindex={1} className="border-b">
              {group.headers.map((header) => (
                <SortHeader key={header.id} {...metaOf<T>(header.column)} current={sort} onSort={onSort}>
                  <table.FlexRender header={header} />
                </SortHeader>
              ))}
            </tr>
          ))}
        </thead>
        <tbody>
          {before > 0 && <tr aria-hidden style={{ height: before }} />}
          {shown.map((row) => (
            <tr
              key={row.id}
              aria-rowindex={row.index + 2}
              data-selected={isSelected?.(row.original) || undefined}
              className="h-10 border-b last:border-0 hover:bg-hover data-selected:bg-selected"
            >
              {row.getAllCells().map((cell) => (
                <td key={cell.id} className={cn('px-2 py-1.5 sm:px-3', metaOf<T>(cell.column).className)}>
                  <table.FlexRender cell={cell} />
                </td>
              ))}
            </tr>
          ))}
          {after > 0 && <tr aria-hidden style={{ height: after }} />}
        </tbody>
      </table>
    </div>
  )
}
