import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ErrorState } from './error-state'
import { SkeletonRows } from './skeleton'

interface QueryViewProps<T> {
  query: UseQueryResult<T>
  /** For the error: "The projects could not be loaded". */
  failure: string
  skeleton?: ReactNode
  children: (data: T) => ReactNode
}

/** Skeleton, then data, or an error with a retry. Data already on screen stays there when a reload fails. */
export function QueryView<T>({ query, failure, skeleton = <SkeletonRows />, children }: QueryViewProps<T>) {
  if (query.data !== undefined) return children(query.data)
  if (query.isError) {
    return (
      <ErrorState
        title={failure}
        error={query.error}
        onRetry={() => void query.refetch()}
        retrying={query.isFetching}
      />
    )
  }
  return skeleton
}
