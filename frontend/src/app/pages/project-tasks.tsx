import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { ListFilter, SquareKanban } from 'lucide-react'
import { lazy, Suspense, useMemo } from 'react'
import { isFiltered, matchesFilter, sortTasks, type TaskFilter } from '@/api/tasks/filter'
import { projectTasksQuery } from '@/api/tasks/queries'
import type { TaskItem } from '@/api/types'
import { ProjectFilters } from '@/components/domain/project-filters'
import { EmptyState } from '@/components/ui/empty-state'
import { QueryView } from '@/components/ui/query-view'
import { SkeletonRows } from '@/components/ui/skeleton'
import { BoardSkeleton } from '@/features/board/components/board-skeleton'
import { BulkBar } from '@/features/tasks/components/bulk-bar'
import { TaskTable } from '@/features/tasks/components/task-table'
import { useSelection } from '@/features/tasks/hooks/use-selection'

const Board = lazy(async () => ({ default: (await import('@/features/board/components/board')).Board }))

const route = getRouteApi('/app/projects/$projectId')

function useFilter() {
  const { q, priority, assignee } = route.useSearch()
  return useMemo(() => ({ q, priority, assignee }), [q, priority, assignee])
}

export function ProjectTaskFilters() {
  const navigate = useNavigate({ from: '/projects/$projectId' })
  const filter = useFilter()
  return (
    <ProjectFilters
      filter={filter}
      onChange={(changes: Partial<TaskFilter>) =>
        void navigate({ search: (old) => ({ ...old, ...changes }), replace: 'q' in changes })
      }
    />
  )
}

export function ProjectBoard({ projectId }: { projectId: number }) {
  const query = useQuery(projectTasksQuery(projectId))
  const filter = useFilter()
  const tasks = query.data?.tasks
  const shown = useMemo(() => tasks?.filter((task) => matchesFilter(task, filter)), [tasks, filter])
  return (
    <QueryView query={query} failure="The board could not be loaded" skeleton={<BoardSkeleton />}>
      {() => (
        <Suspense fallback={<BoardSkeleton />}>
          <p role="status" className={isFiltered(filter) ? 'mb-2 text-sm text-muted' : 'sr-only'}>
            {isFiltered(filter) && `${shown?.length ?? 0} of ${tasks?.length ?? 0} tasks match the filters`}
          </p>
          <Board projectId={projectId} tasks={shown ?? []} />
        </Suspense>
      )}
    </QueryView>
  )
}

function NoTasks({ filtered }: { filtered: boolean }) {
  return filtered ? (
    <EmptyState icon={ListFilter} title="No task matches">
      Change or clear the filters to see more.
    </EmptyState>
  ) : (
    <EmptyState icon={SquareKanban} title="No tasks yet">
      Create the first one with “New task”.
    </EmptyState>
  )
}

export function ProjectTaskList({ projectId }: { projectId: number }) {
  const query = useQuery(projectTasksQuery(projectId))
  const filter = useFilter()
  const { sort } = route.useSearch()
  const navigate = useNavigate({ from: '/projects/$projectId' })
  const selection = useSelection()
  const tasks: TaskItem[] | undefined = query.data?.tasks
  const shown = useMemo(
    () =>
      tasks &&
      sortTasks(
        tasks.filter((task) => matchesFilter(task, filter)),
        sort,
      ),
    [tasks, filter, sort],
  )
  return (
    <QueryView query={query} failure="The tasks could not be loaded" skeleton={<SkeletonRows rows={10} />}>
      {() =>
        shown && shown.length > 0 ? (
          <>
            <TaskTable
              tasks={shown}
              sort={sort}
              onSort={(next) => void navigate({ search: (old) => ({ ...old, sort: next }), replace: true })}
              selection={selection}
            />
            <BulkBar selection={selection} />
          </>
        ) : (
          <NoTasks filtered={isFiltered(filter)} />
        )
      }
    </QueryView>
  )
}
