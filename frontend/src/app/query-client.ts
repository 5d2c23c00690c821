import { MutationCache, QueryClient } from '@tanstack/react-query'
import { ApiError, errorMessage } from '@/api/errors'
import { toast } from '@/lib/toast'

declare module '@tanstack/react-query' {
  interface Register {
    mutationMeta: {
      /** Title of the toast when it fails; without one the caller shows the error itself. */
      failure?: string | undefined
    }
  }
}

const MAX_RETRIES = 2

function shouldRetry(failures: number, error: Error): boolean {
  return failures < MAX_RETRIES && error instanceof ApiError && error.transient
}

function retryDelay(attempt: number, error: Error): number {
  const asked = error instanceof ApiError ? error.retryAfterSeconds : undefined
  return asked ? asked * 1000 : 1000 * 2 ** attempt
}

/** Data is kept fresh by live events, so it goes stale slowly and is not fetched again on every focus. */
export function createAppQueryClient(): QueryClient {
  return new QueryClient({
    mutationCache: new MutationCache({
      onError: (error, _variables, _result, mutation) => {
        const title = mutation.meta?.failure
        if (title) toast.error(title, { description: errorMessage(error) })
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 60_000,
        gcTime: 10 * 60_000,
        refetchOnWindowFocus: false,
        retry: shouldRetry,
        retryDelay,
      },
      // A change made offline fails at once and says so, instead of waiting unseen.
      mutations: { networkMode: 'always' },
    },
  })
}
