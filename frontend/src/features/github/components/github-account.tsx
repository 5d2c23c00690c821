import { useQuery } from '@tanstack/react-query'
import { CircleCheck } from 'lucide-react'
import { useState } from 'react'
import { ConfirmDialog } from '@/components/ui/alert-dialog'
import { Button } from '@/components/ui/button'
import { QueryView } from '@/components/ui/query-view'
import { SkeletonRows } from '@/components/ui/skeleton'
import { toast } from '@/lib/toast'
import { githubStatusQuery, useDisconnectGithub } from '../api/connection'
import { ConnectButton } from './connect-button'

/** Whether the caller's GitHub account is connected, and the way to change that. */
export function GithubAccount() {
  const query = useQuery(githubStatusQuery())
  return (
    <QueryView
      query={query}
      failure="The connection could not be looked up"
      skeleton={<SkeletonRows rows={1} label="Looking up the connection" />}
    >
      {({ connected, username }) =>
        connected ? (
          <Connected username={username} />
        ) : (
          <div className="grid justify-items-start gap-3">
            <p className="text-muted">
              Connect it to see your repositories here, link issues and pull requests to tasks, and keep both
              in step.
            </p>
            <ConnectButton />
          </div>
        )
      }
    </QueryView>
  )
}

function Connected({ username }: { username: string | null }) {
  const [asking, setAsking] = useState(false)
  const disconnect = useDisconnectGithub()

  function confirm() {
    disconnect.mutate(undefined, {
      onSuccess: () => {
        setAsking(false)
        toast.success('GitHub is disconnected')
      },
    })
  }

  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <p className="flex items-center gap-1.5">
        <CircleCheck className="size-4 text-success" aria-hidden />
        Connected{username && ' as '}
        {username && <strong>{username}</strong>}
      </p>
      <Button size="sm" onClick={() => setAsking(true)}>
        Disconnect
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title="Disconnect your GitHub account?"
        description="Your repositories are no longer shown. Links between tasks and issues stay."
        confirmLabel="Disconnect"
        pending={disconnect.isPending}
        error={disconnect.error}
        onConfirm={confirm}
      />
    </div>
  )
}
