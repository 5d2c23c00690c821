import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Page } from '@/components/ui/page'
import { ConnectionAttempt } from '@/features/github/components/connection-attempt'

const route = getRouteApi('/app/github/callback')

export function GithubCallbackPage() {
  const { code, state, error } = route.useSearch()
  return (
    <Page title="Connecting GitHub" className="max-w-2xl">
      <Card>
        {code && state ? (
          <ConnectionAttempt code={code} state={state} />
        ) : (
          <p role="alert">
            {error === 'access_denied'
              ? 'GitHub was not connected, because the request was declined there.'
              : 'GitHub sent nothing along that could be used. Try to connect again.'}
          </p>
        )}
        <Button asChild className="mt-4">
          <Link to="/github">To GitHub</Link>
        </Button>
      </Card>
    </Page>
  )
}
