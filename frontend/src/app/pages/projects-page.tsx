import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { FolderKanban, FolderSearch, Plus } from 'lucide-react'
import { Suspense, useState } from 'react'
import { PROJECT_STATUSES, projectStatusLabels } from '@/api/labels'
import { projectsQuery } from '@/api/projects'
import type { ProjectItem, ProjectStatus } from '@/api/types'
import { ClearFilters } from '@/components/domain/task-filters'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Page } from '@/components/ui/page'
import { QueryView } from '@/components/ui/query-view'
import { SearchInput } from '@/components/ui/search-input'
import { Select } from '@/components/ui/select'
import { ProjectTable } from '@/features/projects/components/project-table'
import { selectProjects } from '@/features/projects/filter'
import { lazyComponent } from '@/lib/lazy-component'
import { canManageProjects } from '@/session/permissions'
import { useSession } from '@/session/session'

const CreateProjectDialog = lazyComponent(
  () => import('@/features/projects/components/create-project-dialog'),
  'CreateProjectDialog',
)

const route = getRouteApi('/app/projects')

const ANY = 'any'
const statusOptions = [
  { value: ANY, label: 'Any status' },
  ...PROJECT_STATUSES.map((status) => ({ value: status, label: projectStatusLabels[status] })),
]

function Filters() {
  const { q, status } = route.useSearch()
  const navigate = useNavigate({ from: '/projects' })
  return (
    <div className="mb-3 flex flex-wrap items-center gap-2">
      <SearchInput
        label="Search projects"
        value={q ?? ''}
        onChange={(text) =>
          void navigate({ search: (old) => ({ ...old, q: text || undefined }), replace: true })
        }
      />
      <Select
        aria-label="Filter by status"
        className="w-36"
        value={status ?? ANY}
        options={statusOptions}
        onChange={(value) =>
          void navigate({
            search: (old) => ({ ...old, status: value === ANY ? undefined : (value as ProjectStatus) }),
          })
        }
      />
    </div>
  )
}

function NoProjects({ onCreate }: { onCreate: (() => void) | undefined }) {
  return (
    <EmptyState
      icon={FolderKanban}
      title="No projects yet"
      action={
        onCreate && (
          <Button variant="primary" onClick={onCreate}>
            Create the first project
          </Button>
        )
      }
    >
      {onCreate
        ? 'A project holds a board of tasks and the people who work on them.'
        : 'You see projects here once a team lead adds you to one.'}
    </EmptyState>
  )
}

function Results({ projects, onCreate }: { projects: ProjectItem[]; onCreate: (() => void) | undefined }) {
  const search = route.useSearch()
  const navigate = useNavigate({ from: '/projects' })
  if (projects.length === 0) return <NoProjects onCreate={onCreate} />
  const shown = selectProjects(projects, search)
  if (shown.length === 0) {
    return (
      <EmptyState
        icon={FolderSearch}
        title="No project matches"
        action={<ClearFilters onClear={() => void navigate({ search: { sort: search.sort } })} />}
      >
        Try other words, or another status.
      </EmptyState>
    )
  }
  return (
    <ProjectTable
      projects={shown}
      sort={search.sort}
      onSort={(sort) =>
        void navigate({ search: (old) => ({ ...old, sort: sort as typeof old.sort }), replace: true })
      }
      manageable={onCreate !== undefined}
    />
  )
}

export function ProjectsPage() {
  const manageable = canManageProjects(useSession())
  const [creating, setCreating] = useState(false)
  const navigate = useNavigate()
  const query = useQuery(projectsQuery())
  const onCreate = manageable ? () => setCreating(true) : undefined
  return (
    <Page
      title="Projects"
      actions={
        onCreate && (
          <Button variant="primary" onClick={onCreate}>
            <Plus aria-hidden />
            New project
          </Button>
        )
      }
    >
      <Filters />
      <QueryView query={query} failure="The projects could not be loaded">
        {(projects) => <Results projects={projects} onCreate={onCreate} />}
      </QueryView>
      {creating && (
        <Suspense>
          <CreateProjectDialog
            onClose={() => setCreating(false)}
            onCreated={(projectId) => void navigate({ to: '/projects/$projectId', params: { projectId } })}
          />
        </Suspense>
      )}
    </Page>
  )
}
