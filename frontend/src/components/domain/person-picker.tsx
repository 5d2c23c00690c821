import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { usersQuery } from '@/api/users'
import { Combobox, type ComboboxOption } from '@/components/ui/combobox'
import type { FieldControl } from '@/components/ui/field'
import { Person } from './person'

export function usePeopleOptions() {
  const source = useQuery(usersQuery())
  const { data } = source
  const options = useMemo(
    () =>
      (data ?? []).map((user) => ({
        value: user.id,
        label: user.name,
        keywords: [user.email],
        content: <Person id={user.id} name={user.name} />,
      })),
    [data],
  )
  return { options, source }
}

interface PersonPickerProps extends Partial<FieldControl> {
  value: number | null
  onChange: (id: number | null) => void
  disabled?: boolean
  className?: string
  'aria-label'?: string
  /** What it means to choose nobody, where that is not the lack of an assignee. */
  nobody?: string
  /** Who chooses, and so comes first. */
  me?: number
  placeholder?: string
}

const unassigned = { value: null, label: 'Unassigned', content: <Person id={null} name={null} /> }

/** One person or nobody. */
export function PersonPicker({ value, onChange, nobody, me, ...props }: PersonPickerProps) {
  const { options: people, source } = usePeopleOptions()
  const options: ComboboxOption<number | null>[] = [
    nobody ? { value: null, label: nobody } : unassigned,
    ...people.filter(({ value: id }) => id === me),
    ...people.filter(({ value: id }) => id !== me),
  ]
  return (
    <Combobox
      options={options}
      source={source}
      selected={[value]}
      onSelect={onChange}
      searchPlaceholder="Search people"
      summary={options.find((option) => option.value === value)?.content}
      {...props}
    />
  )
}

interface PeoplePickerProps extends Partial<FieldControl> {
  value: readonly number[]
  onChange: (ids: number[]) => void
  placeholder?: string
  className?: string
  'aria-label'?: string
}

/** Any number of people. */
export function PeoplePicker({
  value,
  onChange,
  placeholder = 'Choose people',
  ...props
}: PeoplePickerProps) {
  const { options, source } = usePeopleOptions()
  return (
    <Combobox
      multiple
      options={options}
      source={source}
      selected={value}
      onSelect={(id) => onChange(value.includes(id) ? value.filter((each) => each !== id) : [...value, id])}
      placeholder={placeholder}
      searchPlaceholder="Search people"
      {...props}
    />
  )
}
