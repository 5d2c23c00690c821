import { CircleDot, FolderGit2, GitPullRequest, Link2, Plus, Unlink } from 'lucide-react'
import { useState } from 'react'
import type { GithubLink, TaskDetail } from '@/api/types'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { IconButton } from '@/components/ui/icon-button'
import { canUpdateTask } from '@/session/permissions'
import { useSession } from '@/session/session'
import { useUnlinkTask } from '../api/links'
import { CreateIssue } from './create-issue'
import { LinkIssue } from './link-issue'

/** The issues and pull requests behind a task, for the task's page. */
export function TaskGithub({ task }: { task: TaskDetail }) {
  const [open, setOpen] = useState<'link' | 'create' | null>(null)
  const mayChange = canUpdateTask(useSession(), task)
  const close = () => setOpen(null)
  return (
    <Card
      title="GitHub"
      flush
      actions={
        mayChange && (
          <div className="flex gap-1">
            <Button size="sm" variant="ghost" onClick={() => setOpen('link')}>
              <Link2 aria-hidden />
              Link
            </Button>
            <Button size="sm" variant="ghost" onClick={() => setOpen('create')}>
              <Plus aria-hidden />
              New issue
            </Button>
          </div>
        )
      }
    >
      {task.github_links.length === 0 ? (
        <p className="px-4 py-3 text-muted">No issue or pull request is linked.</p>
      ) : (
        <ul>
          {task.github_links.map((link) => (
            <LinkRow key={link.id} link={link} mayChange={mayChange} />
          ))}
        </ul>
      )}
      <LinkIssue taskId={task.id} open={open === 'link'} onClose={close} />
      <CreateIssue task={task} open={open === 'create'} onClose={close} />
    </Card>
  )
}

function addressOf({ repo_url, issue_number, pull_request_number }: GithubLink): string | null {
  if (!repo_url) return null
  if (issue_number) return `${repo_url}/issues/${issue_number}`
  return pull_request_number ? `${repo_url}/pull/${pull_request_number}` : repo_url
}

function LinkRow({ link, mayChange }: { link: GithubLink; mayChange: boolean }) {
  const unlink = useUnlinkTask(link.task_id)
  const number = link.issue_number ?? link.pull_request_number
  const Icon = link.issue_number ? CircleDot : link.pull_request_number ? GitPullRequest : FolderGit2
  const title = link.issue_title ?? link.pull_request_title ?? link.repo_name ?? 'Repository'
  const address = addressOf(link)
  return (
    <li className="flex items-center gap-2.5 border-b px-4 py-2 last:border-0">
      <Icon className="size-4 shrink-0 text-muted" aria-hidden />
      <div className="min-w-0 flex-1">
        {address ? (
          <a
            href={address}
            target="_blank"
            rel="noreferrer"
            className="block truncate font-medium hover:underline"
          >
            {title}
            <span className="sr-only"> (opens GitHub in a new tab)</span>
          </a>
        ) : (
          <p className="truncate font-medium">{title}</p>
        )}
        <p className="truncate text-sm text-muted">
          {link.repo_name ?? 'Unknown repository'}
          {number !== null && ` #${number}`}
        </p>
      </div>
      {link.issue_state && (
        <Badge tone={link.issue_state === 'open' ? 'success' : 'review'}>
          {link.issue_state === 'open' ? 'Open' : 'Closed'}
        </Badge>
      )}
      {mayChange && (
        <IconButton label={`Unlink ${title}`} size="icon-sm" onClick={() => unlink.mutate(link.id)}>
          <Unlink aria-hidden />
        </IconButton>
      )}
    </li>
  )
}
