import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { RoleFilter } from '@/components/domain/role-filter'
import { Page } from '@/components/ui/page'
import { SearchInput } from '@/components/ui/search-input'
import { SendNote } from '@/features/notifications/components/send-note'
import { Team } from '@/features/team/components/team'

const route = getRouteApi('/app/team')

export function TeamPage() {
  const search = route.useSearch()
  const navigate = useNavigate({ from: '/team' })
  const change = (part: Partial<typeof search>) =>
    void navigate({ search: (old) => ({ ...old, page: 1, ...part }), replace: true })
  return (
    <Page
      title="Team"
      description="How everybody’s tasks stand."
      actions={
        <>
          <SearchInput
            label="Search people"
            value={search.q ?? ''}
            onChange={(q) => change({ q: q || undefined })}
          />
          <RoleFilter value={search.role} onChange={(role) => change({ role })} />
        </>
      }
    >
      <Team
        search={search}
        actions={(user) => <SendNote to={user} iconOnly />}
        onPage={(page) => change({ page })}
        onClear={() => change({ q: undefined, role: undefined })}
      />
    </Page>
  )
}
