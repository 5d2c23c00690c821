import { useInfiniteQuery, useQuery, type UseInfiniteQueryResult } from '@tanstack/react-query'
import { ArrowRight } from 'lucide-react'
import { projectsQuery } from '@/api/projects'
import { taskHistoryQuery } from '@/api/tasks/queries'
import type { HistoryEntry } from '@/api/types'
import { usersQuery } from '@/api/users'
import { TimeAgo } from '@/components/domain/time-ago'
import { Avatar } from '@/components/ui/avatar'
import { Button } from '@/components/ui/button'
import { FormError } from '@/components/ui/form-error'
import { QueryView } from '@/components/ui/query-view'
import { useFocusReturn } from '@/lib/use-focus-return'
import { describeChange, describeEvent, type Names } from '../history-text'

function useNames(): Names {
  const { data: users = [] } = useQuery(usersQuery())
  const { data: projects = [] } = useQuery(projectsQuery())
  return {
    person: (id) => users.find((user) => user.id === id)?.name ?? `Person #${id}`,
    project: (id) => projects.find((project) => project.id === id)?.name ?? `Project #${id}`,
  }
}

function Entry({ entry, names }: { entry: HistoryEntry; names: Names }) {
  const who = entry.actor_name ?? (entry.actor_id === null ? 'GitHub' : 'Somebody who is gone')
  return (
    <li className="flex gap-3 py-2.5">
      <Avatar name={who} id={entry.actor_id ?? 0} />
      <div className="min-w-0 flex-1">
        <p>
          <span className="font-medium">{who}</span> {describeEvent(entry.type)}{' '}
          <TimeAgo at={entry.created_at} className="text-sm text-muted" />
        </p>
        {entry.changes.length > 0 && (
          <ul className="mt-0.5 grid gap-0.5 text-sm">
            {entry.changes.map((change) => {
              const { label, from, to } = describeChange(change, names)
              return (
                <li key={change.field} className="flex flex-wrap items-center gap-x-1.5 break-words">
                  <span className="text-muted">{label}</span>
                  {to !== undefined && (
                    <>
                      <span className="line-through decoration-edge">{from}</span>
                      <ArrowRight className="size-3.5 text-muted" aria-label="to" />
                      <span>{to}</span>
                    </>
                  )}
                </li>
              )
            })}
          </ul>
        )}
      </div>
    </li>
  )
}

type OlderProps = Pick<
  UseInfiniteQueryResult,
  'hasNextPage' | 'isFetchingNextPage' | 'isFetchNextPageError' | 'error' | 'fetchNextPage'
>

function Older({ query }: { query: OlderProps }) {
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, error, fetchNextPage } = query
  if (!hasNextPage) return null
  return (
    <div className="grid justify-items-start gap-2">
      <FormError what="What is older could not be loaded." error={isFetchNextPageError && error} />
      <Button pending={isFetchingNextPage} onClick={() => void fetchNextPage()}>
        {isFetchNextPageError ? 'Try again' : 'Show older'}
      </Button>
    </div>
  )
}

/** Who did what to the task, newest first. */
export function TaskHistory({ taskId }: { taskId: number }) {
  const query = useInfiniteQuery(taskHistoryQuery(taskId))
  const names = useNames()
  // With the last page the button is gone that was asked for it.
  const list = useFocusReturn<HTMLOListElement>(query.hasNextPage)
  return (
    <QueryView query={query} failure="The history could not be loaded">
      {({ pages }) => {
        const entries = pages.flatMap((page) => page.history)
        if (entries.length === 0) return <p className="text-muted">Nothing has happened yet.</p>
        return (
          <>
            <ol ref={list} tabIndex={-1} className="divide-y outline-none">
              {entries.map((entry) => (
                <Entry key={entry.seq} entry={entry} names={names} />
              ))}
            </ol>
            <Older query={query} />
          </>
        )
      }}
    </QueryView>
  )
}
