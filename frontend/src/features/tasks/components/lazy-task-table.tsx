import { Suspense } from 'react'
import { SkeletonRows } from '@/components/ui/skeleton'
import { preloadedComponent } from '@/lib/lazy-component'
import type { TaskTableProps } from './task-table'

const Loaded = preloadedComponent(() => import('./task-table'), 'TaskTable')

/** The table of tasks, with its code loaded beside the tasks it shows. */
export function TaskTable(props: TaskTableProps) {
  return (
    <Suspense fallback={<SkeletonRows />}>
      <Loaded {...props} />
    </Suspense>
  )
}
