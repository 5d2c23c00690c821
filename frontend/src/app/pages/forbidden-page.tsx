import { Link } from '@tanstack/react-router'
import { Button } from '@/components/ui/button'
import { MessagePage } from './message-page'

export function ForbiddenPage() {
  return (
    <MessagePage
      code="403"
      title="You do not have access to this page"
      actions={
        <>
          <Button asChild variant="primary">
            <Link to="/">To the start</Link>
          </Button>
          <Button onClick={() => window.history.back()}>Go back</Button>
        </>
      }
    >
      Your role does not include it. If you need it for your work, ask an administrator of your team.
    </MessagePage>
  )
}
