import type { ProjectItem, ProjectStatus } from '@/api/types'

type Rank = (project: ProjectItem) => string | number

const ranks = {
  name: (project) => project.name.toLowerCase(),
  status: (project) => project.status,
  completion: (project) => project.completion_percentage,
  tasks: (project) => project.task_count,
  updated_at: (project) => project.updated_at,
} satisfies Record<string, Rank>

interface ProjectFilter {
  q?: string | undefined
  status?: ProjectStatus | undefined
  sort: string
}

/** The projects that fit, in order. All of them are here already, so no request is needed. */
export function selectProjects(projects: ProjectItem[], { q, status, sort }: ProjectFilter): ProjectItem[] {
  const words = q?.trim().toLowerCase() ?? ''
  const descending = sort.startsWith('-')
  const key = (descending ? sort.slice(1) : sort) as keyof typeof ranks
  const rank: Rank = ranks[key] ?? ranks.name
  return projects
    .filter((project) => !status || project.status === status)
    .filter((project) => `${project.name} ${project.description ?? ''}`.toLowerCase().includes(words))
    .sort((a, b) => {
      const order = rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : a.id - b.id
      return descending ? -order : order
    })
}
