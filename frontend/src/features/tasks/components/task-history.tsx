import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { ArrowRight } from 'lucide-react'
import { projectsQuery } from '@/api/projects'
import { taskHistoryQuery } from '@/api/tasks/queries'
import type { HistoryEntry } from '@/api/types'
import { usersQuery } from '@/api/users'
import { TimeAgo } from '@/components/domain/time-ago'
import { Avatar } from '@/components/ui/avatar'
import { Button } from '@/components/ui/button'
import { QueryView } from '@/components/ui/query-view'
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

/** Who did what to the task, newest first. */
export function TaskHistory({ taskId }: { taskId: number }) {
  const query = useInfiniteQuery(taskHistoryQuery(taskId))
  const names = useNames()
  return (
    <QueryView query={query} failure="The history could not be loaded">
      {({ pages }) => {
        const entries = pages.flatMap((page) => page.history)
        if (entries.length === 0) return <p className="text-muted">Nothing has happened yet.</p>
        return (
          <>
            <ol className="divide-y">
              {entries.map((entry) => (
                <Entry key={entry.seq} entry={entry} names={names} />
              ))}
            </ol>
            {query.hasNextPage && (
              <Button pending={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                Show older
              </Button>
            )}
          </>
        )
      }}
    </QueryView>
  )
}
