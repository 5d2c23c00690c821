import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { CircleAlert } from 'lucide-react'
import { Page } from '@/components/ui/page'
import { Tabs, TabsContent, TabsList, TabsTrigger } from '@/components/ui/tabs'
import { GithubAccount } from '@/features/github/components/github-account'
import { RepositoryList } from '@/features/github/components/repository-list'
import { Synchronisation } from '@/features/github/components/synchronisation'

const route = getRouteApi('/app/github')

export function GithubPage() {
  const search = route.useSearch()
  const navigate = useNavigate({ from: '/github' })
  const change = (part: Partial<typeof search>) =>
    void navigate({ search: (old) => ({ ...old, page: 1, ...part }), replace: true })
  return (
    <Page title="GitHub">
      {search.error && (
        <p
          role="alert"
          className="mb-4 flex items-start gap-2 rounded-control bg-warning-tint px-3 py-2 text-warning"
        >
          <CircleAlert className="mt-0.5 size-4 shrink-0" aria-hidden />
          {search.error === 'access_denied'
            ? 'GitHub was not connected, because the request was declined there.'
            : `GitHub was not connected: ${search.error}`}
        </p>
      )}
      <div className="mb-4 rounded-card border bg-surface p-4">
        <GithubAccount />
      </div>
      <Tabs
        value={search.tab}
        onValueChange={(tab) =>
          change({
            tab: tab as typeof search.tab,
            outcome: undefined,
            direction: undefined,
            repository: undefined,
            task: undefined,
          })
        }
      >
        <TabsList aria-label="GitHub">
          <TabsTrigger value="repositories">Repositories</TabsTrigger>
          <TabsTrigger value="sync">Synchronisation</TabsTrigger>
        </TabsList>
        <TabsContent value="repositories">
          <RepositoryList
            q={search.q ?? ''}
            page={search.page}
            onSearch={(q) => change({ q: q || undefined })}
            onPage={(page) => change({ page })}
          />
        </TabsContent>
        <TabsContent value="sync">
          <Synchronisation
            page={search.page}
            filter={{
              outcome: search.outcome,
              direction: search.direction,
              repository: search.repository,
              task: search.task,
            }}
            onFilter={change}
            onPage={(page) => change({ page })}
          />
        </TabsContent>
      </Tabs>
    </Page>
  )
}
