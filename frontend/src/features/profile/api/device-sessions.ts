import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '@/api/client'
import { keys } from '@/api/keys'
import type { DeviceSession } from '@/api/types'

/** Where the caller is signed in. */
export function deviceSessionsQuery() {
  return queryOptions({
    queryKey: keys.deviceSessions,
    queryFn: async ({ signal }) =>
      (await api.get<{ sessions: DeviceSession[] }>('/auth/sessions', { signal })).sessions,
    staleTime: 0,
  })
}

function useEnding<T>(
  call: (input: T) => Promise<unknown>,
  stays: (session: DeviceSession, input: T) => boolean,
) {
  const client = useQueryClient()
  return useMutation({
    meta: { failure: 'The session was not ended' },
    mutationFn: call,
    onMutate: async (input: T) => {
      await client.cancelQueries({ queryKey: keys.deviceSessions })
      const before = client.getQueryData<DeviceSession[]>(keys.deviceSessions)
      client.setQueryData<DeviceSession[]>(keys.deviceSessions, (known) =>
        known?.filter((session) => stays(session, input)),
      )
      return { before }
    },
    onError: (_error, _input, context) => client.setQueryData(keys.deviceSessions, context?.before),
    onSettled: () => client.invalidateQueries({ queryKey: keys.deviceSessions }),
  })
}

export function useEndSession() {
  return useEnding(
    (id: string) => api.delete(`/auth/sessions/${encodeURIComponent(id)}`),
    (session, id) => session.id !== id,
  )
}

/** Ends all but the one that asks. */
export function useEndOtherSessions() {
  return useEnding(
    () => api.delete('/auth/sessions'),
    (session) => session.current,
  )
}
