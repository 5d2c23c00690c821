import type { RowData } from '@tanstack/react-table'
import { Suspense } from 'react'
import { preloadedComponent } from '@/lib/lazy-component'
import type { DataTableProps } from './data-table'
import { SkeletonRows } from './skeleton'

export type { Column } from './data-table'

const Loaded = preloadedComponent(() => import('./data-table'), 'DataTable')
const Table = Loaded as <T extends RowData>(props: DataTableProps<T>) => ReturnType<typeof Loaded>

/** A table, with its code loaded beside the rows it shows. */
export function DataTable<T extends RowData>(props: DataTableProps<T>) {
  return (
    <Suspense fallback={<SkeletonRows />}>
      <Table {...props} />
    </Suspense>
  )
}
