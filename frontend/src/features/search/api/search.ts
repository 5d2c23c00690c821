import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api } from '@/api/client'
import { keys } from '@/api/keys'
import type { SearchResults } from '@/api/types'

const MIN_LENGTH = 2

/** Tasks, projects and people the caller may see. */
export function searchQuery(text: string) {
  return queryOptions({
    queryKey: keys.search(text),
    queryFn: ({ signal }) => api.get<SearchResults>('/search', { query: { q: text }, signal }),
    enabled: text.length >= MIN_LENGTH,
    placeholderData: keepPreviousData,
    staleTime: 15_000,
  })
}
