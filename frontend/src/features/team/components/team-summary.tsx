import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { usersQuery } from '@/api/users'
import { Person } from '@/components/domain/person'
import { RoleBadge } from '@/components/domain/role-badge'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { QueryView } from '@/components/ui/query-view'

const SHOWN = 6

/** The first people of the team, with the way to all of them. */
export function TeamSummary() {
  return (
    <Card
      title="Team"
      flush
      actions={
        <Button asChild variant="ghost" size="sm">
          <Link to="/team">Everybody</Link>
        </Button>
      }
    >
      <QueryView query={useQuery(usersQuery())} failure="The team could not be loaded">
        {(users) => (
          <ul>
            {users.slice(0, SHOWN).map((user) => (
              <li
                key={user.id}
                className="flex items-center justify-between gap-3 border-b px-4 py-2 last:border-0"
              >
                <Person id={user.id} name={user.name} />
                <RoleBadge role={user.role} />
              </li>
            ))}
            {users.length > SHOWN && (
              <li className="px-4 py-2 text-sm text-muted">and {users.length - SHOWN} more</li>
            )}
          </ul>
        )}
      </QueryView>
    </Card>
  )
}
