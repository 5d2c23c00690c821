import { useQuery } from '@tanstack/react-query'
import { Monitor, Smartphone } from 'lucide-react'
import { useState } from 'react'
import type { DeviceSession } from '@/api/types'
import { TimeAgo } from '@/components/domain/time-ago'
import { ConfirmDialog } from '@/components/ui/alert-dialog'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { QueryView } from '@/components/ui/query-view'
import { announce } from '@/lib/announce'
import { formatDate } from '@/lib/time'
import '@/lib/last-focus'
import { deviceSessionsQuery, useEndOtherSessions, useEndSession } from '../api/device-sessions'
import { deviceOf } from '../device'

/** Where the caller is signed in, with a way to end each session. */
export function DeviceSessions() {
  const query = useQuery(deviceSessionsQuery())
  const endOthers = useEndOtherSessions()
  const [asking, setAsking] = useState(false)
  const hasOthers = query.data?.some((session) => !session.current) ?? false

  function confirm() {
    setAsking(false)
    endOthers.mutate(undefined, { onSuccess: () => announce('All other sessions are ended') })
  }

  return (
    <Card
      title="Where you are signed in"
      flush
      actions={
        hasOthers && (
          <Button size="sm" variant="ghost" onClick={() => setAsking(true)}>
            End all others
          </Button>
        )
      }
    >
      <QueryView query={query} failure="Your sessions could not be loaded">
        {(sessions) => (
          <ul>
            {sessions.map((session) => (
              <SessionRow key={session.id} session={session} />
            ))}
          </ul>
        )}
      </QueryView>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title="End all other sessions?"
        description="You stay signed in here. Everywhere else you have to sign in again."
        confirmLabel="End them"
        onConfirm={confirm}
      />
    </Card>
  )
}

function SessionRow({ session }: { session: DeviceSession }) {
  const end = useEndSession()
  const device = deviceOf(session.user_agent)
  const Icon = device.handheld ? Smartphone : Monitor
  return (
    <li className="flex items-center gap-3 border-b px-4 py-3 last:border-0">
      <Icon className="size-5 shrink-0 text-muted" aria-hidden />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-2 font-medium" title={session.user_agent ?? undefined}>
          {device.name}
          {session.current && <Badge tone="success">This one</Badge>}
        </p>
        <p className="text-sm text-muted">
          {session.ip && `${session.ip} · `}
          since {formatDate(session.created_at)}
          {session.last_seen_at && !session.current && (
            <>
              {' '}
              · seen <TimeAgo at={session.last_seen_at} />
            </>
          )}
        </p>
      </div>
      {!session.current && (
        <Button
          size="sm"
          aria-label={`End the session of ${device.name}`}
          onClick={() => end.mutate(session.id, { onSuccess: () => announce('The session is ended') })}
        >
          End
        </Button>
      )}
    </li>
  )
}
