import { useQuery } from '@tanstack/react-query'
import { Suspense, useMemo } from 'react'
import { isFiltered, matchesFilter } from '@/api/tasks/filter'
import { projectTasksQuery } from '@/api/tasks/queries'
import { QueryView } from '@/components/ui/query-view'
import { BoardSkeleton } from '@/features/board/components/board-skeleton'
import { preloadedComponent } from '@/lib/lazy-component'
import { counted } from '@/lib/count'
import { useProjectFilter } from './project-task-filters'

const Board = preloadedComponent(() => import('@/features/board/components/board'), 'Board')

export function ProjectBoard({ projectId }: { projectId: number }) {
  const query = useQuery(projectTasksQuery(projectId))
  const filter = useProjectFilter()
  const tasks = query.data?.tasks
  const shown = useMemo(() => tasks?.filter((task) => matchesFilter(task, filter)), [tasks, filter])
  return (
    <QueryView query={query} failure="The board could not be loaded" skeleton={<BoardSkeleton />}>
      {() => (
        <Suspense fallback={<BoardSkeleton />}>
          <p role="status" className={isFiltered(filter) ? 'mb-2 text-sm text-muted' : 'sr-only'}>
            {isFiltered(filter) &&
              `${(shown?.length ?? 0).toLocaleString()} of ${counted(tasks?.length ?? 0, 'task')} shown`}
          </p>
          <Board projectId={projectId} tasks={shown ?? []} />
        </Suspense>
      )}
    </QueryView>
  )
}
