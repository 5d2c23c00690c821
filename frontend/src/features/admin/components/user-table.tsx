import { useQuery } from '@tanstack/react-query'
import { SearchX } from 'lucide-react'
import { Suspense, useMemo, useState } from 'react'
import type { Role, UserFull } from '@/api/types'
import { usersQuery } from '@/api/users'
import { Person } from '@/components/domain/person'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { DataTable, type Column } from '@/components/ui/lazy-data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { QueryView } from '@/components/ui/query-view'
import '@/lib/last-focus'
import { lazyComponent } from '@/lib/lazy-component'
import { formatDate } from '@/lib/time'
import { useSession } from '@/session/session'
import { DeleteUser } from './delete-user'
import { RoleCell } from './role-cell'
import { UserActions } from './user-actions'

const UserDialog = lazyComponent(() => import('./user-dialog'), 'UserDialog')

interface UserTableProps {
  q: string
  role: Role | undefined
  onClear: () => void
}

function matches(user: UserFull, q: string, role: Role | undefined): boolean {
  const text = q.toLowerCase()
  return (!role || user.role === role) && `${user.name} ${user.email}`.toLowerCase().includes(text)
}

/** Everybody with an account, and what an admin may do with it. */
export function UserTable({ q, role, onClear }: UserTableProps) {
  const [editing, setEditing] = useState<UserFull | null>(null)
  const [deleting, setDeleting] = useState<UserFull | null>(null)
  const columns = useColumns(setEditing, setDeleting)
  return (
    <>
      <QueryView query={useQuery(usersQuery())} failure="The users could not be loaded">
        {(users) => {
          const found = users.filter((user) => matches(user, q, role))
          return found.length === 0 ? (
            <EmptyState
              icon={SearchX}
              title="Nobody found"
              action={<Button onClick={onClear}>Clear the filters</Button>}
            />
          ) : (
            <Card flush>
              <DataTable caption="Users" columns={columns} rows={found} rowId={(user) => user.id} />
            </Card>
          )
        }}
      </QueryView>
      <Suspense>{editing && <UserDialog user={editing} onClose={() => setEditing(null)} />}</Suspense>
      <DeleteUser user={deleting} onClose={() => setDeleting(null)} />
    </>
  )
}

function useColumns(onEdit: (user: UserFull) => void, onDelete: (user: UserFull) => void) {
  const { user: me } = useSession()
  return useMemo<Column<UserFull>[]>(
    () => [
      {
        id: 'name',
        header: 'Name',
        // Long addresses of email end in dots on a phone, instead of pushing the rest off the screen.
        meta: { className: 'max-sm:w-full max-sm:max-w-0' },
        cell: ({ row: { original: user } }) => (
          <div className="sm:min-w-40">
            <Person id={user.id} name={user.name} />
            <p className="truncate text-sm text-muted md:hidden">{user.email}</p>
          </div>
        ),
      },
      {
        id: 'email',
        header: 'Email',
        meta: { className: 'hidden md:table-cell' },
        cell: ({ row }) => row.original.email,
      },
      {
        id: 'github',
        header: 'GitHub',
        meta: { className: 'hidden lg:table-cell' },
        cell: ({ row }) => row.original.github_username ?? <span className="text-muted">Not connected</span>,
      },
      {
        id: 'since',
        header: 'Since',
        meta: { className: 'hidden lg:table-cell' },
        cell: ({ row }) => row.original.created_at && formatDate(row.original.created_at),
      },
      {
        id: 'role',
        header: () => (
          <>
            Role <span className="sr-only">and actions</span>
          </>
        ),
        meta: { className: 'w-0' },
        cell: ({ row: { original: user } }) => (
          <div className="flex items-center gap-1 max-sm:flex-col max-sm:items-start">
            <RoleCell user={user} />
            <UserActions
              user={user}
              isSelf={user.id === me.id}
              onEdit={() => onEdit(user)}
              onDelete={() => onDelete(user)}
            />
          </div>
        ),
      },
    ],
    [me.id, onEdit, onDelete],
  )
}
