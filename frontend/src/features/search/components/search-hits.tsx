import { useNavigate } from '@tanstack/react-router'
import { Command } from 'cmdk'
import { FolderKanban } from 'lucide-react'
import type { ReactNode } from 'react'
import type { SearchResults } from '@/api/types'
import { Person } from '@/components/domain/person'
import { StatusIcon } from '@/components/domain/task-status'
import { menuItemClasses } from '@/components/ui/menu-classes'

interface SearchHitsProps {
  results: SearchResults
  groupClasses: string
  onChoose: (run: () => void) => void
}

/** What the server found. */
export function SearchHits({ results, groupClasses, onChoose }: SearchHitsProps) {
  const navigate = useNavigate()

  function hit(key: string, run: () => void, content: ReactNode) {
    return (
      <Command.Item key={key} value={key} onSelect={() => onChoose(run)} className={menuItemClasses}>
        {content}
      </Command.Item>
    )
  }

  return (
    <>
      {results.tasks.length > 0 && (
        <Command.Group heading="Tasks" className={groupClasses}>
          {results.tasks.map((task) =>
            hit(
              `task-${task.id}`,
              () => void navigate({ to: '/tasks/$taskId', params: { taskId: task.id } }),
              <>
                <StatusIcon status={task.status} />
                <span className="truncate">{task.title}</span>
                <span className="ml-auto truncate text-sm text-muted">{task.project_name}</span>
              </>,
            ),
          )}
        </Command.Group>
      )}
      {results.projects.length > 0 && (
        <Command.Group heading="Projects" className={groupClasses}>
          {results.projects.map((project) =>
            hit(
              `project-${project.id}`,
              () => void navigate({ to: '/projects/$projectId', params: { projectId: project.id } }),
              <>
                <FolderKanban aria-hidden />
                <span className="truncate">{project.name}</span>
              </>,
            ),
          )}
        </Command.Group>
      )}
      {results.people.length > 0 && (
        <Command.Group heading="People: their tasks" className={groupClasses}>
          {results.people.map((person) =>
            hit(
              `person-${person.id}`,
              () => void navigate({ to: '/tasks', search: { assignee: [person.id] } }),
              <Person id={person.id} name={person.name} />,
            ),
          )}
        </Command.Group>
      )}
    </>
  )
}
