import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { ExternalLink } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Page } from '@/components/ui/page'
import { Tabs, TabsContent, TabsList, TabsTrigger } from '@/components/ui/tabs'
import { repositoriesQuery } from '@/features/github/api/repositories'
import { IssueFilters } from '@/features/github/components/issue-filters'
import { IssueList } from '@/features/github/components/issue-list'

const route = getRouteApi('/app/github/repositories/$repositoryId')

export function RepositoryPage() {
  const { repositoryId } = route.useParams()
  const { tab, ...search } = route.useSearch()
  const navigate = useNavigate({ from: '/github/repositories/$repositoryId' })
  const { data: repositories } = useQuery(repositoriesQuery())
  const repository = repositories?.find((each) => each.id === repositoryId)
  const change = (part: Partial<ReturnType<typeof route.useSearch>>) =>
    void navigate({ search: (old) => ({ ...old, page: 1, ...part }), replace: true })

  return (
    <Page
      title={repository?.full_name ?? 'Repository'}
      description={
        <>
          <Link to="/github" className="text-accent-text underline underline-offset-2">
            All repositories
          </Link>
          {repository?.description && <> · {repository.description}</>}
        </>
      }
      actions={
        repository && (
          <Button asChild>
            <a href={repository.html_url} target="_blank" rel="noreferrer">
              <ExternalLink aria-hidden />
              Open on GitHub <span className="sr-only">in a new tab</span>
            </a>
          </Button>
        )
      }
    >
      <Tabs value={tab} onValueChange={(next) => change({ tab: next as typeof tab })}>
        <TabsList aria-label="What to show of the repository">
          <TabsTrigger value="issues">Issues</TabsTrigger>
          <TabsTrigger value="pulls">Pull requests</TabsTrigger>
        </TabsList>
        <TabsContent value={tab} className="grid gap-3">
          <IssueFilters search={search} onChange={change} />
          <IssueList
            key={tab}
            repositoryId={repositoryId}
            kind={tab}
            search={search}
            onPage={(page) => change({ page })}
            onClear={() => change({ state: 'all', assignee: undefined, labels: undefined })}
          />
        </TabsContent>
      </Tabs>
    </Page>
  )
}
