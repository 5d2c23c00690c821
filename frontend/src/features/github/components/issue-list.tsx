import { useQuery } from '@tanstack/react-query'
import { ChevronLeft, ChevronRight, Inbox } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { IconButton } from '@/components/ui/icon-button'
import { issuesQuery, type IssueQuery, type Kind } from '../api/issues'
import type { LinkTarget } from '../api/links'
import { GithubView } from './github-view'
import { IssueRow } from './issue-row'
import { LinkToTask } from './link-to-task'

interface IssueListProps {
  repositoryId: number
  kind: Kind
  search: IssueQuery
  onPage: (page: number) => void
  onClear: () => void
}

const nouns: Record<Kind, string> = { issues: 'issues', pulls: 'pull requests' }

export function IssueList({ repositoryId, kind, search, onPage, onClear }: IssueListProps) {
  const [target, setTarget] = useState<LinkTarget | null>(null)
  const query = useQuery(issuesQuery(repositoryId, kind, search))
  return (
    <>
      <GithubView query={query} failure={`The ${nouns[kind]} could not be loaded`}>
        {({ items, hasNext }) => (
          <>
            {items.length === 0 ? (
              <EmptyState
                icon={Inbox}
                title={`No ${nouns[kind]} here`}
                action={<Button onClick={onClear}>Show all of them</Button>}
              >
                Choose another state, or fewer filters.
              </EmptyState>
            ) : (
              <Card flush>
                <ul aria-busy={query.isPlaceholderData}>
                  {items.map((item) => (
                    <IssueRow
                      key={item.id}
                      item={item}
                      onLink={() => setTarget({ repositoryId, kind, number: item.number, title: item.title })}
                    />
                  ))}
                </ul>
              </Card>
            )}
            {(search.page > 1 || hasNext) && (
              <Pager page={search.page} hasNext={hasNext} noun={nouns[kind]} onChange={onPage} />
            )}
          </>
        )}
      </GithubView>
      <LinkToTask target={target} onClose={() => setTarget(null)} />
    </>
  )
}

interface PagerProps {
  page: number
  hasNext: boolean
  noun: string
  onChange: (page: number) => void
}

function Pager({ page, hasNext, noun, onChange }: PagerProps) {
  return (
    <nav
      aria-label={`Pages of ${noun}`}
      className="flex items-center justify-end gap-1 py-2 text-sm text-muted"
    >
      <IconButton label="Previous page" disabled={page <= 1} onClick={() => onChange(page - 1)}>
        <ChevronLeft aria-hidden />
      </IconButton>
      <span className="tabular" aria-live="polite">
        Page {page}
      </span>
      <IconButton label="Next page" disabled={!hasNext} onClick={() => onChange(page + 1)}>
        <ChevronRight aria-hidden />
      </IconButton>
    </nav>
  )
}
