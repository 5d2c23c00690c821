import { Link, useRouter, type ErrorComponentProps } from '@tanstack/react-router'
import { ApiError, errorMessage } from '@/api/errors'
import { Button } from '@/components/ui/button'
import { ForbiddenPage } from './forbidden-page'
import { MessagePage } from './message-page'

/** A new version was shipped while this page was open: its old chunks are gone. */
function isMissingChunk(error: unknown): boolean {
  return (
    error instanceof Error &&
    /dynamically imported module|Importing a module script failed/i.test(error.message)
  )
}

/** What every route shows when loading or rendering it fails. */
export function RouteError({ error, reset }: ErrorComponentProps) {
  const router = useRouter()
  if (error instanceof ApiError && error.status === 403) {
    return <ForbiddenPage />
  }
  if (isMissingChunk(error)) {
    return (
      <MessagePage
        code="Update"
        title="DevSync was updated"
        actions={
          <Button variant="primary" onClick={() => window.location.reload()}>
            Load the new version
          </Button>
        }
      >
        A part of the page could not be loaded, most likely because a newer version is there.
      </MessagePage>
    )
  }

  function retry() {
    reset()
    void router.invalidate()
  }

  return (
    <MessagePage
      code="Error"
      title="This page could not be shown"
      actions={
        <>
          <Button variant="primary" onClick={retry}>
            Try again
          </Button>
          <Button asChild>
            <Link to="/">To the start</Link>
          </Button>
        </>
      }
    >
      <p role="alert">{errorMessage(error)}</p>
    </MessagePage>
  )
}
