import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { RoleFilter } from '@/components/domain/role-filter'
import { Page } from '@/components/ui/page'
import { SearchInput } from '@/components/ui/search-input'
import { AddUser } from '@/features/admin/components/add-user'
import { UserTable } from '@/features/admin/components/user-table'

const route = getRouteApi('/app/admin/users')

export function AdminUsersPage() {
  const { q, role } = route.useSearch()
  const navigate = useNavigate({ from: '/admin/users' })
  const change = (part: Partial<ReturnType<typeof route.useSearch>>) =>
    void navigate({ search: (old) => ({ ...old, ...part }), replace: true })
  return (
    <Page title="Users" actions={<AddUser />}>
      <div className="mb-3 flex flex-wrap gap-2">
        <SearchInput
          label="Search users"
          value={q ?? ''}
          onChange={(text) => change({ q: text || undefined })}
        />
        <RoleFilter value={role} onChange={(next) => change({ role: next })} />
      </div>
      <UserTable q={q ?? ''} role={role} onClear={() => change({ q: undefined, role: undefined })} />
    </Page>
  )
}
