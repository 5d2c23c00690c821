import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Plug } from 'lucide-react'
import { useMemo } from 'react'
import { ApiError } from '@/api/errors'
import type { ReportRange, ReportType } from '@/api/types'
import { usersQuery } from '@/api/users'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { QueryView } from '@/components/ui/query-view'
import { SkeletonRows } from '@/components/ui/skeleton'
import { githubActivityQuery, reportTasksQuery } from '../api/sources'
import type { ReportContent } from '../figures/content'
import { developerReport } from '../figures/developers'
import { githubReport } from '../figures/github'
import { rangeDays } from '../figures/range'
import { taskReport } from '../figures/tasks'
import { ReportBar } from './report-bar'
import { ReportSheet } from './report-sheet'

interface LiveReportProps {
  range: ReportRange
}

/** A report of how things are now. */
export function LiveReport({ type, range }: LiveReportProps & { type: ReportType }) {
  switch (type) {
    case 'tasks':
      return <TasksNow range={range} />
    case 'developers':
      return <DevelopersNow range={range} />
    case 'github':
      return <GithubNow range={range} />
  }
}

function Shown({ content, range }: LiveReportProps & { content: ReportContent }) {
  return (
    <div className="grid gap-4">
      <ReportBar content={content} range={range} />
      <ReportSheet content={content} />
    </div>
  )
}

function TasksNow({ range }: LiveReportProps) {
  const query = useQuery(reportTasksQuery())
  const { data, dataUpdatedAt } = query
  const content = useMemo(
    () => data && taskReport(data, range, new Date(dataUpdatedAt)),
    [data, range, dataUpdatedAt],
  )
  return (
    <QueryView query={query} failure="The tasks could not be loaded">
      {() => content && <Shown content={content} range={range} />}
    </QueryView>
  )
}

function DevelopersNow({ range }: LiveReportProps) {
  const tasks = useQuery(reportTasksQuery())
  const users = useQuery(usersQuery())
  const content = useMemo(
    () =>
      tasks.data &&
      users.data &&
      developerReport(users.data, tasks.data, range, new Date(tasks.dataUpdatedAt)),
    [tasks.data, users.data, range, tasks.dataUpdatedAt],
  )
  return (
    <QueryView query={users} failure="The people could not be loaded">
      {() => (
        <QueryView query={tasks} failure="The tasks could not be loaded">
          {() => content && <Shown content={content} range={range} />}
        </QueryView>
      )}
    </QueryView>
  )
}

function GithubNow({ range }: LiveReportProps) {
  const query = useQuery(githubActivityQuery(rangeDays[range]))
  const { data, error, dataUpdatedAt } = query
  const content = useMemo(
    () => data && githubReport(data, range, new Date(dataUpdatedAt)),
    [data, range, dataUpdatedAt],
  )
  if (error instanceof ApiError && error.status === 401) {
    return (
      <EmptyState
        icon={Plug}
        title="Your GitHub account is not connected"
        action={
          <Button asChild variant="primary">
            <Link to="/github">Connect GitHub</Link>
          </Button>
        }
      >
        This report is made of the repositories you can see on GitHub.
      </EmptyState>
    )
  }
  return (
    <QueryView
      query={query}
      failure="GitHub could not be asked"
      skeleton={<SkeletonRows label="Asking GitHub, this can take a minute" />}
    >
      {() => content && <Shown content={content} range={range} />}
    </QueryView>
  )
}
