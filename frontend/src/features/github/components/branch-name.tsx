import { GitBranch } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { toast } from '@/lib/toast'
import { useBranchName } from '../api/branch-name'

/** A branch that begins with the task's key, so that its pull request is linked by itself. */
export function BranchName({ taskId }: { taskId: number }) {
  const suggestion = useBranchName(taskId)

  async function copy(name: string) {
    try {
      await navigator.clipboard.writeText(name)
      toast.success(`${name} is copied`, {
        description: 'A pull request from a branch of this name is linked with the task by itself.',
      })
    } catch {
      toast.error('The name was not copied', { description: name })
    }
  }

  return (
    <Button
      size="sm"
      pending={suggestion.isPending}
      onClick={() => suggestion.mutate(undefined, { onSuccess: (name) => void copy(name) })}
    >
      <GitBranch aria-hidden />
      Copy branch name
    </Button>
  )
}
