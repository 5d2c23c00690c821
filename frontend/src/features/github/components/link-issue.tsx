import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Dialog, DialogContent } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { FormError } from '@/components/ui/form-error'
import { SegmentedControl } from '@/components/ui/segmented-control'
import { announce } from '@/lib/announce'
import { issuesQuery, type Kind } from '../api/issues'
import { useLinkTask } from '../api/links'
import { repositoriesQuery } from '../api/repositories'
import { GithubView } from './github-view'
import { IssueState } from './issue-state'
import { RepositoryPicker } from './repository-picker'

interface LinkIssueProps {
  taskId: number
  open: boolean
  onClose: () => void
}

const kinds = [
  { value: 'issues', label: 'Issues' },
  { value: 'pulls', label: 'Pull requests' },
] as const

/** Chooses an open issue or pull request for a task. */
export function LinkIssue({ taskId, open, onClose }: LinkIssueProps) {
  return (
    <Dialog open={open} onOpenChange={(next) => !next && onClose()}>
      <DialogContent
        title="Link an issue or a pull request"
        description="An issue and its task are closed and reopened together from then on."
      >
        <Choice taskId={taskId} onClose={onClose} />
      </DialogContent>
    </Dialog>
  )
}

function Choice({ taskId, onClose }: Omit<LinkIssueProps, 'open'>) {
  const [repositoryId, setRepositoryId] = useState<number | null>(null)
  const [kind, setKind] = useState<Kind>('issues')
  return (
    <GithubView query={useQuery(repositoriesQuery())} failure="The repositories could not be loaded">
      {(repositories) => (
        <div className="grid gap-3">
          <Field label="Repository">
            {(control) => (
              <RepositoryPicker
                {...control}
                repositories={repositories}
                value={repositoryId}
                onChange={setRepositoryId}
              />
            )}
          </Field>
          <SegmentedControl label="What to link" value={kind} onChange={setKind} options={kinds} />
          {repositoryId !== null && (
            <Candidates
              key={`${repositoryId}-${kind}`}
              taskId={taskId}
              repositoryId={repositoryId}
              kind={kind}
              onClose={onClose}
            />
          )}
        </div>
      )}
    </GithubView>
  )
}

interface CandidatesProps {
  taskId: number
  repositoryId: number
  kind: Kind
  onClose: () => void
}

function Candidates({ taskId, repositoryId, kind, onClose }: CandidatesProps) {
  const link = useLinkTask()
  const query = useQuery(issuesQuery(repositoryId, kind, { state: 'open', page: 1 }))

  function choose(number: number, title: string) {
    link.mutate(
      { taskId, target: { repositoryId, kind, number, title } },
      {
        onSuccess: () => {
          announce(`#${number} is linked`)
          onClose()
        },
      },
    )
  }

  return (
    <>
      <FormError error={link.error} />
      <GithubView query={query} failure="GitHub could not be asked">
        {({ items }) =>
          items.length === 0 ? (
            <p className="py-3 text-muted">Nothing open in this repository.</p>
          ) : (
            <ul aria-label="To choose from" className="grid max-h-72 gap-1 overflow-y-auto">
              {items.map((item) => (
                <li key={item.id}>
                  <button
                    type="button"
                    disabled={link.isPending}
                    onClick={() => choose(item.number, item.title)}
                    className="flex w-full items-center justify-between gap-3 rounded-control px-2 py-1.5 text-left outline-offset-[-2px] hover:bg-hover"
                  >
                    <span className="truncate">
                      <span className="text-muted">#{item.number}</span> {item.title}
                    </span>
                    <IssueState item={item} />
                  </button>
                </li>
              ))}
            </ul>
          )
        }
      </GithubView>
    </>
  )
}
