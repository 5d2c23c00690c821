import { useQuery } from '@tanstack/react-query'
import { projectsQuery } from '@/api/projects'
import { Combobox } from '@/components/ui/combobox'
import type { FieldControl } from '@/components/ui/field'
import { canUseProject } from '@/session/permissions'
import { useSession } from '@/session/session'

interface ProjectPickerProps extends Partial<FieldControl> {
  value: number | null
  onChange: (id: number | null) => void
  /** Shown when the project is none this person may choose from. */
  currentName?: string | null
  none?: string
  disabled?: boolean
  className?: string
  'aria-label'?: string
}

/** One of the projects this person may put a task into, or none. */
export function ProjectPicker({
  value,
  onChange,
  currentName,
  none = 'No project',
  ...props
}: ProjectPickerProps) {
  const session = useSession()
  const source = useQuery(projectsQuery())
  const { data: projects = [] } = source
  const usable = projects.filter((project) => canUseProject(session, project))
  const options = [
    { value: null, label: none },
    ...usable.map((project) => ({ value: project.id, label: project.name })),
  ]
  const known = options.some((option) => option.value === value)
  return (
    <Combobox<number | null>
      options={options}
      source={source}
      selected={[value]}
      onSelect={onChange}
      placeholder={known ? none : (currentName ?? none)}
      searchPlaceholder="Search projects"
      {...props}
    />
  )
}
