import { ROLES, roleLabels } from '@/api/labels'
import type { Role, UserFull } from '@/api/types'
import { RoleBadge } from '@/components/domain/role-badge'
import { Select } from '@/components/ui/select'
import { announce } from '@/lib/announce'
import { useChangeRole } from '../api/users'

const options = ROLES.map((role) => ({
  value: role,
  label: roleLabels[role],
  content: <RoleBadge role={role} />,
}))

export function RoleCell({ user }: { user: UserFull }) {
  const change = useChangeRole()
  function choose(role: Role) {
    // Said also when the row is gone by then, because the list is narrowed to the role before.
    void change.mutateAsync({ id: user.id, role }).then(
      () => announce(`${user.name} is ${roleLabels[role]} now`),
      () => undefined,
    )
  }
  return (
    <Select<Role>
      aria-label={`Role of ${user.name}`}
      className="w-32 sm:w-36"
      value={user.role}
      options={options}
      onChange={choose}
    />
  )
}
