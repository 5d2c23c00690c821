import { useQuery } from '@tanstack/react-query'
import { SearchX } from 'lucide-react'
import type { ReactNode } from 'react'
import { usersQuery } from '@/api/users'
import type { Role, UserFull } from '@/api/types'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Pagination } from '@/components/ui/pagination'
import { QueryView } from '@/components/ui/query-view'
import { PersonProgress } from './person-progress'

/** Each person is a request of its own, so only a handful is shown at a time. */
const PER_PAGE = 12

interface TeamSearch {
  q?: string | undefined
  role?: Role | undefined
  page: number
}

interface TeamProps {
  search: TeamSearch
  onPage: (page: number) => void
  onClear: () => void
  /** What can be done for a person. */
  actions: (user: UserFull) => ReactNode
}

function matches(user: UserFull, { q, role }: TeamSearch): boolean {
  const text = q?.toLowerCase() ?? ''
  return (
    (!role || user.role === role) &&
    (user.name.toLowerCase().includes(text) || user.email.toLowerCase().includes(text))
  )
}

export function Team({ search, onPage, onClear, actions }: TeamProps) {
  return (
    <QueryView query={useQuery(usersQuery())} failure="The team could not be loaded">
      {(users) => {
        const found = users
          .filter((user) => matches(user, search))
          .sort((one, other) => one.name.localeCompare(other.name))
        const pages = Math.max(1, Math.ceil(found.length / PER_PAGE))
        const page = Math.min(search.page, pages)
        if (found.length === 0) {
          return (
            <EmptyState
              icon={SearchX}
              title="Nobody found"
              action={<Button onClick={onClear}>Clear the filters</Button>}
            />
          )
        }
        return (
          <>
            <div className="grid items-start gap-4 md:grid-cols-2 xl:grid-cols-3">
              {found.slice((page - 1) * PER_PAGE, page * PER_PAGE).map((user) => (
                <PersonProgress key={user.id} user={user}>
                  {actions(user)}
                </PersonProgress>
              ))}
            </div>
            <Pagination
              one="person"
              many="people"
              page={page}
              pages={pages}
              total={found.length}
              perPage={PER_PAGE}
              onChange={onPage}
            />
          </>
        )
      }}
    </QueryView>
  )
}
