import type { UseQueryResult } from '@tanstack/react-query'
import { Plug } from 'lucide-react'
import type { ReactNode } from 'react'
import { ApiError } from '@/api/errors'
import { EmptyState } from '@/components/ui/empty-state'
import { QueryView } from '@/components/ui/query-view'
import { ConnectButton } from './connect-button'

interface GithubViewProps<T> {
  query: UseQueryResult<T>
  failure: string
  skeleton?: ReactNode
  children: (data: T) => ReactNode
}

/** Like `QueryView`, for what needs a connected account: without one it offers to connect. */
export function GithubView<T>(props: GithubViewProps<T>) {
  const { error } = props.query
  if (error instanceof ApiError && error.status === 401 && !error.sessionEnded) {
    return (
      <EmptyState icon={Plug} title="Your GitHub account is not connected" action={<ConnectButton />}>
        Connect it to see repositories, issues and pull requests, and to link them to tasks.
      </EmptyState>
    )
  }
  return <QueryView {...props} />
}
