import { tableFeatures, useTable, type ColumnDef, type RowData } from '@tanstack/react-table'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import { cn } from '@/lib/cn'
import { SortHeader } from './sort-header'

const features = tableFeatures({})
const VIRTUAL_FROM = 100
const ROW_HEIGHT = 40

/** A column. `meta.sort` names the field the server sorts by; `meta.className` sizes and hides. */
export type Column<T extends RowData> = ColumnDef<typeof features, T>

export interface ColumnMeta {
  sort?: string
  className?: string
}

interface DataTableProps<T extends RowData> {
  caption: string
  /** Stable: define it at module scope or in a memo. */
  columns: readonly Column<T>[]
  rows: readonly T[]
  rowId: (row: T) => string | number
  /** Field to sort by, with `-` in front for descending. */
  sort?: string | undefined
  onSort?: (sort: string) => void
  isSelected?: (row: T) => boolean
  className?: string
}

function metaOf<T extends RowData>(column: { columnDef: Column<T> }): ColumnMeta {
  return (column.columnDef.meta ?? {}) as ColumnMeta
}

/** A table whose order is the server's. From a hundred rows on only those in sight are in the document. */
export function DataTable<T extends RowData>({
  caption,
  columns,
  rows,
  rowId,
  sort,
  onSort,
  isSelected,
  className,
}: DataTableProps<T>) {
  const scroller = useRef<HTMLDivElement>(null)
  const table = useTable({
    features,
    columns: columns as Column<T>[],
    data: rows as T[],
    getRowId: (row) => String(rowId(row)),
  })
  const modelRows = table.getRowModel().rows
  const virtual = modelRows.length >= VIRTUAL_FROM
  const virtualizer = useVirtualizer({
    count: modelRows.length,
    enabled: virtual,
    estimateSize: () => ROW_HEIGHT,
    getScrollElement: () => scroller.current,
    overscan: 12,
  })
  const items = virtualizer.getVirtualItems()
  const shown = virtual ? items.flatMap(({ index }) => modelRows[index] ?? []) : modelRows
  const before = virtual ? (items[0]?.start ?? 0) : 0
  const after = virtual ? virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0) : 0

  return (
    <div
      ref={scroller}
      role="region"
      aria-label={caption}
      tabIndex={0}
      className={cn('relative overflow-auto', virtual && 'max-h-[calc(100dvh-16rem)] min-h-64', className)}
    >
      <table className="w-full border-collapse text-left" aria-rowcount={modelRows.length + 1}>
        <caption className="sr-only">{caption}</caption>
        <thead className="sticky top-0 z-10 bg-surface">
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id} aria-rowindex={1} className="border-b">
              {group.headers.map((header) => (
                <SortHeader
                  key={header.id}
                  field={metaOf<T>(header.column).sort}
                  className={metaOf<T>(header.column).className}
                  sort={sort}
                  onSort={onSort}
                >
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
              aria-selected={isSelected?.(row.original)}
              className="h-10 border-b last:border-0 hover:bg-hover aria-selected:bg-selected"
            >
              {row.getAllCells().map((cell) => (
                <td key={cell.id} className={cn('px-3 py-1.5', metaOf<T>(cell.column).className)}>
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
