import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { SearchInput } from '@/components/ui/search-input'
import type { AuditFilter } from '../api/audit-logs'

interface AuditFiltersProps {
  filter: AuditFilter
  onChange: (part: AuditFilter) => void
}

export function AuditFilters({ filter, onChange }: AuditFiltersProps) {
  return (
    <div className="flex flex-wrap items-center gap-2">
      <SearchInput
        label="Action"
        placeholder="Action"
        className="sm:w-48"
        value={filter.action ?? ''}
        onChange={(action) => onChange({ action: action.replaceAll(' ', '_') || undefined })}
      />
      <SearchInput
        label="Actor, by name or number"
        placeholder="Actor"
        className="sm:w-48"
        value={filter.actor ?? ''}
        onChange={(actor) => onChange({ actor: actor || undefined })}
      />
      <DayField label="From" value={filter.from} onChange={(from) => onChange({ from })} />
      <DayField label="To" value={filter.to} onChange={(to) => onChange({ to })} />
    </div>
  )
}

interface DayFieldProps {
  label: string
  value: string | undefined
  onChange: (day: string | undefined) => void
}

function DayField({ label, value, onChange }: DayFieldProps) {
  return (
    <Field label={label} className="flex items-center gap-1.5 max-sm:grid max-sm:flex-1">
      {(control) => (
        <Input
          {...control}
          type="date"
          max="9999-12-31"
          className="w-full sm:w-36"
          value={value ?? ''}
          onChange={(event) => onChange(event.target.value || undefined)}
        />
      )}
    </Field>
  )
}
