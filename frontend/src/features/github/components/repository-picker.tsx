import type { GithubRepository } from '@/api/types'
import { Combobox } from '@/components/ui/combobox'
import type { FieldControl } from '@/components/ui/field'

interface RepositoryPickerProps extends Partial<FieldControl> {
  repositories: readonly GithubRepository[]
  value: number | null
  onChange: (id: number) => void
}

export function RepositoryPicker({ repositories, value, onChange, ...control }: RepositoryPickerProps) {
  return (
    <Combobox
      options={repositories.map(({ id, full_name }) => ({ value: id, label: full_name }))}
      selected={value === null ? [] : [value]}
      onSelect={onChange}
      placeholder="Choose a repository"
      searchPlaceholder="Search repositories"
      {...control}
    />
  )
}
