import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { ListFilter, SquareKanban } from 'lucide-react'
import { Suspense, useMemo } from 'react'
import { isFiltered, matchesFilter, sortTasks } from '@/api/tasks/filter'
import { projectTasksQuery } from '@/api/tasks/queries'
import type { TaskItem } from '@/api/types'
import { ClearFilters } from '@/components/domain/task-filters'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { QueryView } from '@/components/ui/query-view'
import { SkeletonRows } from '@/components/ui/skeleton'
import { TaskTable } from '@/features/tasks/components/lazy-task-table'
import { useSelection } from '@/features/tasks/hooks/use-selection'
import { lazyComponent } from '@/lib/lazy-component'
import { useProjectFilter } from './project-task-filters'

const BulkBar = lazyComponent(() => import('@/features/tasks/components/bulk-bar'), 'BulkBar')

const route = getRouteApi('/app/projects/$projectId')

interface NoTasksProps {
  filtered: boolean
  onClear: () => void
  onCreate: () => void
}

function NoTasks({ filtered, onClear, onCreate }: NoTasksProps) {
  return filtered ? (
    <EmptyState icon={ListFilter} title="No task matches" action={<ClearFilters onClear={onClear} />}>
      Change or clear the filters to see more.
    </EmptyState>
  ) : (
    <EmptyState
      icon={SquareKanban}
      title="No tasks yet"
      action={
        <Button variant="primary" onClick={onCreate}>
          Create the first task
        </Button>
      }
    />
  )
}

interface ProjectTaskListProps {
  projectId: number
  onCreate: () => void
}

export function ProjectTaskList({ projectId, onCreate }: ProjectTaskListProps) {
  const query = useQuery(projectTasksQuery(projectId))
  const filter = useProjectFilter()
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
            {selection.ids.length > 0 && (
              <Suspense>
                <BulkBar selection={selection} />
              </Suspense>
            )}
          </>
        ) : (
          <NoTasks
            filtered={isFiltered(filter)}
            onClear={() => void navigate({ search: ({ tab, sort }) => ({ tab, sort }) })}
            onCreate={onCreate}
          />
        )
      }
    </QueryView>
  )
}
