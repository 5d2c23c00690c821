import { useQuery } from '@tanstack/react-query'
import { Combobox } from '@/components/ui/combobox'
import { Field } from '@/components/ui/field'
import { FormError } from '@/components/ui/form-error'
import { linkableRepositoriesQuery } from '../api/github'

interface RepositoryFieldProps {
  value: number | null
  onChange: (id: number) => void
}

export function RepositoryField({ value, onChange }: RepositoryFieldProps) {
  const source = useQuery(linkableRepositoriesQuery())
  const { data = [], isPending, error } = source
  return (
    <>
      <FormError error={error} />
      <Field label="Repository" required>
        {(field) => (
          <Combobox<number>
            {...field}
            options={data.map((repository) => ({ value: repository.id, label: repository.full_name }))}
            source={source}
            selected={value === null ? [] : [value]}
            onSelect={onChange}
            placeholder={isPending ? 'Loading…' : 'Choose a repository'}
            searchPlaceholder="Search repositories"
            emptyText="No repository found."
          />
        )}
      </Field>
    </>
  )
}
