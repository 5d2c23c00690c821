import { Link } from '@tanstack/react-router'
import { Button } from '@/components/ui/button'
import { FORBIDDEN } from '../guards'
import { ForbiddenPage } from './forbidden-page'
import { MessagePage } from './message-page'

export function NotFoundPage({ data }: { data?: unknown }) {
  if (data === FORBIDDEN) return <ForbiddenPage />
  return (
    <MessagePage
      code="404"
      title="This page does not exist"
      actions={
        <>
          <Button asChild variant="primary">
            <Link to="/">To the start</Link>
          </Button>
          <Button onClick={() => window.history.back()}>Go back</Button>
        </>
      }
    >
      The address may be mistyped, or what was here has been deleted.
    </MessagePage>
  )
}
