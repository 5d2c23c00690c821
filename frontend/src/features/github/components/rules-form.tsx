import { useQuery } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { statusLabels, TASK_STATUSES } from '@/api/labels'
import { projectsQuery } from '@/api/projects'
import type { PullRequestRules, SyncRepository, TaskStatus } from '@/api/types'
import { Button } from '@/components/ui/button'
import { Combobox } from '@/components/ui/combobox'
import { Field } from '@/components/ui/field'
import { FormError } from '@/components/ui/form-error'
import { Select } from '@/components/ui/select'
import { Switch } from '@/components/ui/switch'
import { toast } from '@/lib/toast'
import { useChangeRules } from '../api/rules'

const KEEP = 'keep'

const moments = [
  { name: 'opened', label: 'When it is opened' },
  { name: 'review_requested', label: 'When a review is asked for' },
  { name: 'merged', label: 'When it is merged' },
  { name: 'closed', label: 'When it is closed without merging' },
] as const

const choices = [
  { value: KEEP, label: 'Leave the task alone' },
  ...TASK_STATUSES.map((status) => ({ value: status, label: `Set to “${statusLabels[status]}”` })),
]

interface RulesFormProps {
  repository: SyncRepository
  rules: PullRequestRules
  onDone: () => void
}

export function RulesForm({ repository, rules, onDone }: RulesFormProps) {
  const [wanted, setWanted] = useState(rules)
  const change = useChangeRules(repository.repo_id)
  const set = (part: Partial<PullRequestRules>) => setWanted((old) => ({ ...old, ...part }))

  function save(event: FormEvent) {
    event.preventDefault()
    change.mutate(wanted, {
      onSuccess: () => {
        toast.success(`The rules of ${repository.repo_name} are saved`)
        onDone()
      },
    })
  }

  return (
    <form onSubmit={save} className="grid gap-4">
      {moments.map(({ name, label }) => (
        <Field key={name} label={label}>
          {(control) => (
            <Select
              {...control}
              value={wanted[name] ?? KEEP}
              options={choices}
              onChange={(choice) => set({ [name]: choice === KEEP ? null : (choice as TaskStatus) })}
            />
          )}
        </Field>
      ))}
      <Switch
        label="Only with a closing word"
        description="Merging and closing move only tasks that are named as in “fixes DS-42”."
        checked={wanted.closing_words_only}
        onChange={(closing_words_only) => set({ closing_words_only })}
      />
      <ProjectsField ids={wanted.project_ids} onChange={(project_ids) => set({ project_ids })} />
      <FormError error={change.error} />
      <div className="flex justify-end">
        <Button type="submit" variant="primary" pending={change.isPending}>
          Save rules
        </Button>
      </div>
    </form>
  )
}

function ProjectsField({ ids, onChange }: { ids: number[]; onChange: (ids: number[]) => void }) {
  const source = useQuery(projectsQuery())
  const { data: projects = [] } = source
  return (
    <Field
      label="Projects"
      hint="Pull requests can name tasks of these projects only; without any, all tasks."
    >
      {(control) => (
        <Combobox<number>
          {...control}
          options={projects.map((project) => ({ value: project.id, label: project.name }))}
          source={source}
          selected={ids}
          multiple
          onSelect={(id) => onChange(ids.includes(id) ? ids.filter((each) => each !== id) : [...ids, id])}
          placeholder="All projects"
          searchPlaceholder="Search projects"
        />
      )}
    </Field>
  )
}
