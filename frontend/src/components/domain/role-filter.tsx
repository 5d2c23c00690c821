import { roleLabels, ROLES } from '@/api/labels'
import type { Role } from '@/api/types'
import { Select } from '@/components/ui/select'

const options = [
  { value: 'all', label: 'All roles' },
  ...ROLES.map((role) => ({ value: role, label: roleLabels[role] })),
] as const

interface RoleFilterProps {
  value: Role | undefined
  onChange: (role: Role | undefined) => void
}

/** One role, or all. */
export function RoleFilter({ value, onChange }: RoleFilterProps) {
  return (
    <Select<Role | 'all'>
      aria-label="Role"
      className="w-36"
      value={value ?? 'all'}
      onChange={(next) => onChange(next === 'all' ? undefined : next)}
      options={options}
    />
  )
}
