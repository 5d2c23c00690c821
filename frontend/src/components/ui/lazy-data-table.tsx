import type { RowData } from '@tanstack/react-table'
import { Suspense } from 'react'
import { lazyComponent } from '@/lib/lazy-component'
import type { DataTableProps } from './data-table'
import { SkeletonRows } from './skeleton'

export type { Column } from './data-table'

const Loaded = lazyComponent(() => import('./data-table'), 'DataTable')
const Table = Loaded as <T extends RowData>(props: DataTableProps<T>) => ReturnType<typeof Loaded>

// The rows are on their way from the server meanwhile.
Loaded.preload()

/** A table, with its code loaded beside the rows it shows. */
export function DataTable<T extends RowData>(props: DataTableProps<T>) {
  return (
    <Suspense fallback={<SkeletonRows />}>
      <Table {...props} />
    </Suspense>
  )
}
