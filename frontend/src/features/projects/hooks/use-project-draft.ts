import { useCallback, useState } from 'react'
import type { ProjectItem } from '@/api/types'
import { keepDraft, type Draft } from '@/lib/drafts'
import { useDraft, usePlace } from '@/session/use-draft'
import { toForm } from '../conflict'
import type { ProjectForm } from '../schemas'

interface ProjectDraft extends Draft {
  values: ProjectForm
  /** The project as it was when the form was opened: what others made of it since is a conflict to be shown. */
  opened: ProjectItem | undefined
}

const empty: ProjectForm = { name: '', description: '', status: 'active', github_repo: '', team_members: [] }

function isSame(one: ProjectForm, other: ProjectForm): boolean {
  return (Object.keys(empty) as (keyof ProjectForm)[]).every(
    (field) => String(one[field]) === String(other[field]),
  )
}

/** What is entered of a new project, or changed of one there is, kept until it is saved or given up. */
export function useProjectDraft(project?: ProjectItem) {
  const place = project ? `project/${project.id}/edit` : 'new-project'
  const key = usePlace(place)
  const { found, forget } = useDraft<ProjectDraft>(place)
  const [opened, setOpened] = useState(found?.opened ?? project)
  const keep = useCallback(
    (values: ProjectForm) => {
      const text = `${values.name}\n\n${values.description}`.trim()
      const draft: ProjectDraft = { label: opened ? 'Project' : 'New project', text, values, opened }
      keepDraft(key, isSame(values, opened ? toForm(opened) : empty) ? undefined : draft)
    },
    [key, opened],
  )

  return {
    found,
    /** The project that the form starts from, if there is one. */
    opened,
    fresh: opened ? toForm(opened) : empty,
    keep,
    forget,
    /** Forgets what was entered; returns what the form holds then. */
    startOver(): ProjectForm {
      setOpened(project)
      return project ? toForm(project) : empty
    },
  }
}
