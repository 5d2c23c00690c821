import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { FolderX, LayoutDashboard, List, Plus, SquareKanban } from 'lucide-react'
import { Suspense, useState } from 'react'
import { ApiError } from '@/api/errors'
import { projectQuery } from '@/api/projects'
import type { ProjectDetail } from '@/api/types'
import { Presence } from '@/components/domain/presence'
import { ProjectStatusBadge } from '@/components/domain/project-status'
import { UnsentTexts } from '@/components/domain/unsent-texts'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Page } from '@/components/ui/page'
import { QueryView } from '@/components/ui/query-view'
import { Skeleton, SkeletonRows } from '@/components/ui/skeleton'
import { Tabs, TabsContent, TabsList, TabsTrigger } from '@/components/ui/tabs'
import { BoardSkeleton } from '@/features/board/components/board-skeleton'
import { ProjectActions } from '@/features/projects/components/project-actions'
import { lazyComponent } from '@/lib/lazy-component'
import { canManageProjects } from '@/session/permissions'
import { useSession } from '@/session/session'
import { ProjectBoard } from './project-board'
import { ProjectTaskFilters } from './project-task-filters'

const NewTaskDialog = lazyComponent(
  () => import('@/features/tasks/components/new-task-dialog'),
  'NewTaskDialog',
)
const ProjectTaskList = lazyComponent(() => import('./project-task-list'), 'ProjectTaskList')
const ProjectOverview = lazyComponent(
  () => import('@/features/projects/components/project-overview'),
  'ProjectOverview',
)

const route = getRouteApi('/app/projects/$projectId')

interface ProjectTabsProps {
  project: ProjectDetail
  onCreate: () => void
}

function ProjectTabs({ project, onCreate }: ProjectTabsProps) {
  const { tab } = route.useSearch()
  const navigate = useNavigate({ from: '/projects/$projectId' })
  return (
    <Tabs
      value={tab}
      onValueChange={(next) =>
        void navigate({ search: (old) => ({ ...old, tab: next as typeof tab }), replace: true })
      }
    >
      <div className="mb-3 flex flex-wrap items-center justify-between gap-x-4 gap-y-3">
        <TabsList aria-label="Views of the project">
          <TabsTrigger value="board">
            <SquareKanban aria-hidden />
            Board
          </TabsTrigger>
          <TabsTrigger value="list">
            <List aria-hidden />
            List
          </TabsTrigger>
          <TabsTrigger value="overview">
            <LayoutDashboard aria-hidden />
            Overview
          </TabsTrigger>
        </TabsList>
        {tab !== 'overview' && <ProjectTaskFilters />}
      </div>
      <TabsContent value="board" className="pt-0">
        <ProjectBoard projectId={project.id} />
      </TabsContent>
      <TabsContent value="list" className="pt-0">
        <Suspense fallback={<SkeletonRows rows={10} />}>
          <ProjectTaskList projectId={project.id} onCreate={onCreate} />
        </Suspense>
      </TabsContent>
      <TabsContent value="overview" className="pt-0">
        <Suspense fallback={<SkeletonRows rows={8} />}>
          <ProjectOverview project={project} />
        </Suspense>
      </TabsContent>
    </Tabs>
  )
}

function Heading({ project }: { project: ProjectDetail }) {
  return (
    <span className="flex flex-wrap items-center gap-2">
      {project.name}
      <ProjectStatusBadge status={project.status} />
    </span>
  )
}

function OpenProject({ project }: { project: ProjectDetail }) {
  const [creating, setCreating] = useState(false)
  const navigate = useNavigate()
  const manageable = canManageProjects(useSession())
  return (
    <Page
      title={project.name}
      heading={<Heading project={project} />}
      wide
      actions={
        <>
          <Presence scope="project" id={project.id} />
          <Button variant="primary" onClick={() => setCreating(true)}>
            <Plus aria-hidden />
            New task
          </Button>
          {manageable && (
            <ProjectActions project={project} onDeleted={() => void navigate({ to: '/projects' })} />
          )}
        </>
      }
    >
      <ProjectTabs project={project} onCreate={() => setCreating(true)} />
      {creating && (
        <Suspense>
          <NewTaskDialog projectId={project.id} onClose={() => setCreating(false)} />
        </Suspense>
      )}
    </Page>
  )
}

/** There is no such project, it was deleted, or it is not for this person. */
function NoProject({ projectId }: { projectId: number }) {
  return (
    <Page title="Project">
      <EmptyState
        icon={FolderX}
        title="This project is not here"
        action={
          <Button asChild>
            <Link to="/projects">All projects</Link>
          </Button>
        }
      >
        It was deleted, or you are not one of its members.
      </EmptyState>
      <UnsentTexts places={`project/${projectId}/`} />
    </Page>
  )
}

function ProjectLoading() {
  return (
    <Page title="Project" heading={<Skeleton className="h-7 w-56" />} wide>
      <BoardSkeleton />
    </Page>
  )
}

function isGone(error: unknown): boolean {
  return error instanceof ApiError && (error.status === 404 || error.status === 403)
}

export function ProjectPage() {
  const { projectId } = route.useParams()
  const query = useQuery(projectQuery(projectId))
  if (isGone(query.error)) return <NoProject projectId={projectId} />
  if (query.isError && !query.data) {
    return (
      <Page title="Project">
        <QueryView query={query} failure="The project could not be loaded">
          {() => null}
        </QueryView>
      </Page>
    )
  }
  return query.data ? <OpenProject key={projectId} project={query.data} /> : <ProjectLoading />
}
