import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { ListChecks, ListFilter, Plus } from 'lucide-react'
import { Suspense, useState } from 'react'
import { taskPageQuery } from '@/api/tasks/queries'
import type { TaskPage } from '@/api/types'
import { ClearFilters } from '@/components/domain/task-filters'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Page } from '@/components/ui/page'
import { Pagination } from '@/components/ui/pagination'
import { QueryView } from '@/components/ui/query-view'
import { SkeletonRows } from '@/components/ui/skeleton'
import { isListFiltered, TaskListFilters } from '@/features/tasks/components/task-list-filters'
import { TaskTable } from '@/features/tasks/components/lazy-task-table'
import { useSelection } from '@/features/tasks/hooks/use-selection'
import { lazyComponent } from '@/lib/lazy-component'
import { PER_PAGE, toTaskQuery, type TaskSearch } from '@/features/tasks/query'

const NewTaskDialog = lazyComponent(
  () => import('@/features/tasks/components/new-task-dialog'),
  'NewTaskDialog',
)
const BulkBar = lazyComponent(() => import('@/features/tasks/components/bulk-bar'), 'BulkBar')

const route = getRouteApi('/app/tasks')

function useTaskSearch() {
  const search: TaskSearch = route.useSearch()
  const navigate = useNavigate({ from: '/tasks' })
  return {
    search,
    /** Every change but a turn of the page starts from the first one. */
    change: (changes: Partial<TaskSearch>) =>
      void navigate({
        search: (old) => ({ ...old, page: 1, ...changes }) as typeof old,
        replace: 'q' in changes,
      }),
    clear: () => void navigate({ search: ({ sort }) => ({ sort, page: 1 }) }),
  }
}

function NoTasks({
  filtered,
  onClear,
  onCreate,
}: {
  filtered: boolean
  onClear: () => void
  onCreate: () => void
}) {
  if (filtered) {
    return (
      <EmptyState icon={ListFilter} title="No task matches" action={<ClearFilters onClear={onClear} />}>
        Change or clear the filters to see more.
      </EmptyState>
    )
  }
  return (
    <EmptyState
      icon={ListChecks}
      title="No tasks yet"
      action={
        <Button variant="primary" onClick={onCreate}>
          Create a task
        </Button>
      }
    >
      Tasks assigned to you and those of your projects appear here.
    </EmptyState>
  )
}

export function TasksPage() {
  const { search, change, clear } = useTaskSearch()
  const [creating, setCreating] = useState(false)
  const selection = useSelection()
  const query = useQuery(taskPageQuery(toTaskQuery(search)))

  function results({ tasks, pagination }: TaskPage) {
    if (pagination.total === 0) {
      return <NoTasks filtered={isListFiltered(search)} onClear={clear} onCreate={() => setCreating(true)} />
    }
    if (tasks.length === 0) {
      return (
        <EmptyState
          icon={ListChecks}
          title="This page of the list is empty"
          action={<Button onClick={() => change({ page: 1 })}>Go to the first page</Button>}
        >
          There are fewer tasks than when this link was made.
        </EmptyState>
      )
    }
    return (
      <div aria-busy={query.isPlaceholderData} className={query.isPlaceholderData ? 'opacity-60' : undefined}>
        <TaskTable
          tasks={tasks}
          sort={search.sort}
          onSort={(sort) => change({ sort })}
          selection={selection}
          withProject
        />
        <Pagination
          one="task"
          page={search.page}
          pages={pagination.pages}
          total={pagination.total}
          perPage={PER_PAGE}
          onChange={(page) => change({ page })}
        />
      </div>
    )
  }

  return (
    <Page
      title="Tasks"
      wide
      actions={
        <Button variant="primary" onClick={() => setCreating(true)}>
          <Plus aria-hidden />
          New task
        </Button>
      }
    >
      <TaskListFilters search={search} onChange={change} onClear={clear} />
      <QueryView query={query} failure="The tasks could not be loaded" skeleton={<SkeletonRows rows={12} />}>
        {results}
      </QueryView>
      {selection.ids.length > 0 && (
        <Suspense>
          <BulkBar selection={selection} />
        </Suspense>
      )}
      {creating && (
        <Suspense>
          <NewTaskDialog projectId={search.project} onClose={() => setCreating(false)} />
        </Suspense>
      )}
    </Page>
  )
}
