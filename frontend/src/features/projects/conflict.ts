import { projectStatusLabels } from '@/api/labels'
import type { ProjectItem } from '@/api/types'
import type { ConflictField } from '@/components/domain/conflict-dialog'
import type { ProjectForm } from './schemas'

export function toForm(project: ProjectItem): ProjectForm {
  return {
    name: project.name,
    description: project.description ?? '',
    status: project.status,
    github_repo: project.github_repo ?? '',
    team_members: project.team_members.map((member) => member.id),
  }
}

const labels: Record<keyof ProjectForm, string> = {
  name: 'Name',
  description: 'Description',
  status: 'Status',
  github_repo: 'Repository',
  team_members: 'Members',
}

type Names = (id: number) => string

function shown(form: ProjectForm, field: keyof ProjectForm, nameOf: Names): string {
  if (field === 'status') return projectStatusLabels[form.status]
  if (field === 'team_members') return form.team_members.map(nameOf).sort().join(', ')
  return form[field]
}

/** Where what one is about to save differs from what somebody else has saved. */
export function differences(mine: ProjectForm, theirs: ProjectForm, nameOf: Names): ConflictField[] {
  return (Object.keys(labels) as (keyof ProjectForm)[])
    .map((field) => ({
      label: labels[field],
      mine: shown(mine, field, nameOf),
      theirs: shown(theirs, field, nameOf),
    }))
    .filter((field) => field.mine !== field.theirs)
}
