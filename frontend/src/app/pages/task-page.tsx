import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { FileX, Trash2 } from 'lucide-react'
import { Suspense, useEffect, useState } from 'react'
import { ApiError } from '@/api/errors'
import { taskQuery } from '@/api/tasks/queries'
import type { TaskDetail } from '@/api/types'
import { Presence } from '@/components/domain/presence'
import { UnsentTexts } from '@/components/domain/unsent-texts'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { IconButton } from '@/components/ui/icon-button'
import { Page } from '@/components/ui/page'
import { QueryView } from '@/components/ui/query-view'
import { Skeleton, SkeletonRows } from '@/components/ui/skeleton'
import { Tabs, TabsContent, TabsList, TabsTrigger } from '@/components/ui/tabs'
import { BranchName } from '@/features/github/components/branch-name'
import { SendNote } from '@/features/notifications/components/send-note'
import { TaskDescription } from '@/features/tasks/components/task-description'
import { TaskTitle } from '@/features/tasks/components/task-title'
import { textPlaces } from '@/features/tasks/hooks/use-text-draft'
import { forgetDrafts } from '@/lib/drafts'
import { lazyComponent, preloadedComponent } from '@/lib/lazy-component'
import { canDeleteTask, canUpdateTask } from '@/session/permissions'
import { useSession } from '@/session/session'
import { usePlace } from '@/session/use-draft'

const Comments = preloadedComponent(() => import('@/features/comments/components/comments'), 'Comments')
const DeleteTaskDialog = lazyComponent(
  () => import('@/features/tasks/components/delete-task-dialog'),
  'DeleteTaskDialog',
)
const TaskDetails = preloadedComponent(
  () => import('@/features/tasks/components/task-details'),
  'TaskDetails',
)
const TaskGithub = preloadedComponent(() => import('@/features/tasks/components/task-github'), 'TaskGithub')
const TaskHistory = lazyComponent(() => import('@/features/tasks/components/task-history'), 'TaskHistory')
const route = getRouteApi('/app/tasks/$taskId')

function Origin({ task }: { task: TaskDetail }) {
  return (
    <nav aria-label="Where this task belongs" className="flex flex-wrap items-center gap-1.5 text-sm">
      {task.project_id === null ? (
        <Link to="/tasks" className="hover:text-ink hover:underline">
          Tasks
        </Link>
      ) : (
        <Link
          to="/projects/$projectId"
          params={{ projectId: task.project_id }}
          className="hover:text-ink hover:underline"
        >
          {task.project_name}
        </Link>
      )}
      <span aria-hidden>/</span>
      <span className="tabular">#{task.id}</span>
    </nav>
  )
}

function Talk({ taskId }: { taskId: number }) {
  const { tab } = route.useSearch()
  const navigate = useNavigate({ from: '/tasks/$taskId' })
  return (
    <Card flush>
      <Tabs
        value={tab}
        onValueChange={(next) => void navigate({ search: { tab: next as typeof tab }, replace: true })}
      >
        <TabsList aria-label="Comments and history" className="px-4">
          <TabsTrigger value="comments">Comments</TabsTrigger>
          <TabsTrigger value="history">History</TabsTrigger>
        </TabsList>
        <TabsContent value="comments" className="p-4">
          <Suspense fallback={<SkeletonRows rows={3} />}>
            <Comments taskId={taskId} />
          </Suspense>
        </TabsContent>
        <TabsContent value="history" className="p-4">
          <Suspense fallback={<SkeletonRows rows={3} />}>
            <TaskHistory taskId={taskId} />
          </Suspense>
        </TabsContent>
      </Tabs>
    </Card>
  )
}

function OpenTask({ task }: { task: TaskDetail }) {
  const session = useSession()
  const navigate = useNavigate()
  const [deleting, setDeleting] = useState(false)
  const editable = canUpdateTask(session, task)
  const draftPlace = usePlace(`task/${task.id}/`)

  function leave() {
    forgetDrafts(draftPlace)
    void (task.project_id === null
      ? navigate({ to: '/tasks' })
      : navigate({ to: '/projects/$projectId', params: { projectId: task.project_id } }))
  }

  return (
    <Page
      title={`#${task.id} ${task.title}`}
      heading={<TaskTitle task={task} editable={editable} />}
      description={<Origin task={task} />}
      actions={
        <>
          <Presence scope="task" id={task.id} />
          <SendNote task={task} iconOnly />
          {canDeleteTask(session, task) && (
            <IconButton label="Delete task" onClick={() => setDeleting(true)}>
              <Trash2 aria-hidden />
            </IconButton>
          )}
        </>
      }
    >
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid min-w-0 gap-4 max-lg:contents">
          <TaskDescription task={task} editable={editable} />
          {!editable && <UnsentTexts places={textPlaces.all(task.id)} />}
          <div className="max-lg:order-last">
            <Talk taskId={task.id} />
          </div>
        </div>
        <div className="grid gap-4">
          <Suspense fallback={<Skeleton className="h-96" />}>
            <TaskDetails task={task} />
            <TaskGithub task={task} editable={editable}>
              <div>
                <BranchName taskId={task.id} />
              </div>
            </TaskGithub>
          </Suspense>
        </div>
      </div>
      {deleting && (
        <Suspense>
          <DeleteTaskDialog task={task} onClose={() => setDeleting(false)} onDeleted={leave} />
        </Suspense>
      )}
    </Page>
  )
}

/** There is no such task, it was deleted, or it is not for this person. */
function NoTask({ taskId }: { taskId: number }) {
  useEffect(() => {
    // Where somebody was writing there is nothing any more.
    if (document.activeElement === document.body) {
      document.querySelector<HTMLElement>('[data-page-heading]')?.focus()
    }
  }, [])
  return (
    <Page title="Task">
      <EmptyState
        icon={FileX}
        title="This task is not here"
        action={
          <Button asChild>
            <Link to="/tasks">All tasks</Link>
          </Button>
        }
      >
        It was deleted, or it belongs to a project you cannot see.
      </EmptyState>
      <UnsentTexts places={`task/${taskId}/`} />
    </Page>
  )
}

function TaskLoading() {
  return (
    <div role="status" className="grid gap-4 lg:grid-cols-[1fr_20rem]">
      <span className="sr-only">Loading the task</span>
      <div className="grid gap-4">
        <Skeleton className="h-40" />
        <Skeleton className="h-64" />
      </div>
      <Skeleton className="h-96" />
    </div>
  )
}

export function TaskPage() {
  const { taskId } = route.useParams()
  const query = useQuery(taskQuery(taskId))
  if (query.error instanceof ApiError && query.error.status === 404) return <NoTask taskId={taskId} />
  if (query.data) return <OpenTask key={taskId} task={query.data} />
  return (
    <Page title={`Task #${taskId}`}>
      <QueryView query={query} failure="The task could not be loaded" skeleton={<TaskLoading />}>
        {() => null}
      </QueryView>
    </Page>
  )
}
