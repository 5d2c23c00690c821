import { Link } from '@tanstack/react-router'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Page } from '@/components/ui/page'
import { ConnectionOutcome } from '@/features/github/components/connection-outcome'

export function GithubConnectedPage() {
  return (
    <Page title="GitHub" className="max-w-2xl">
      <Card title="Your connection with GitHub">
        <ConnectionOutcome />
        <Button asChild variant="primary" className="mt-4">
          <Link to="/github">Show my repositories</Link>
        </Button>
      </Card>
    </Page>
  )
}
