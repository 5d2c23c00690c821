import { useQuery, useQueryClient } from '@tanstack/react-query'
import { CircleCheck, LoaderCircle } from 'lucide-react'
import { FormError } from '@/components/ui/form-error'
import { githubCallbackQuery } from '../api/connection'
import { ConnectButton } from './connect-button'

/** Finishes the connection with what GitHub sent along. */
export function ConnectionAttempt({ code, state }: { code: string; state: string }) {
  const client = useQueryClient()
  const { data, error } = useQuery(githubCallbackQuery(client, code, state))
  if (error) {
    return (
      <div className="grid justify-items-start gap-3">
        <FormError error={error} />
        <ConnectButton />
      </div>
    )
  }
  return (
    <p role="status" className="flex items-center gap-2">
      {data ? (
        <>
          <CircleCheck className="size-4 text-success" aria-hidden />
          Connected as {data.github_username}
        </>
      ) : (
        <>
          <LoaderCircle className="size-4 animate-spin" aria-hidden />
          Waiting for GitHub
        </>
      )}
    </p>
  )
}
