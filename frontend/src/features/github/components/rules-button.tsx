import { useQuery } from '@tanstack/react-query'
import { GitPullRequest } from 'lucide-react'
import { useState } from 'react'
import type { SyncRepository } from '@/api/types'
import { Button } from '@/components/ui/button'
import { Dialog, DialogContent } from '@/components/ui/dialog'
import { QueryView } from '@/components/ui/query-view'
import { rulesQuery } from '../api/rules'
import { RulesForm } from './rules-form'

/** Opens what pull requests of the repository do to tasks. */
export function RulesButton({ repository }: { repository: SyncRepository }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button
        size="sm"
        aria-label={`Pull request rules of ${repository.repo_name}`}
        onClick={() => setOpen(true)}
      >
        <GitPullRequest aria-hidden />
        Rules
      </Button>
      <Dialog open={open} onOpenChange={setOpen}>
        <DialogContent
          title={`Pull request rules of ${repository.repo_name}`}
          description="A pull request that names a task, as in DS-42, is linked with it by itself. What else follows is up to you; rules hold for what happens from now on."
        >
          <Rules repository={repository} onDone={() => setOpen(false)} />
        </DialogContent>
      </Dialog>
    </>
  )
}

function Rules({ repository, onDone }: { repository: SyncRepository; onDone: () => void }) {
  const query = useQuery(rulesQuery(repository.repo_id))
  return (
    <QueryView query={query} failure="The rules could not be loaded">
      {(rules) => <RulesForm repository={repository} rules={rules} onDone={onDone} />}
    </QueryView>
  )
}
