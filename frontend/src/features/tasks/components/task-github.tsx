import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { CircleCheck, CircleDot, GitPullRequest, Link2, Plus, X } from 'lucide-react'
import { Suspense, useState, type ReactNode } from 'react'
import type { GithubLink, TaskDetail } from '@/api/types'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { IconButton } from '@/components/ui/icon-button'
import '@/lib/last-focus'
import { githubConnectionQuery, useUnlinkGithub } from '../api/github'
import { lazyComponent } from '@/lib/lazy-component'

const CreateIssueDialog = lazyComponent(() => import('./create-issue-dialog'), 'CreateIssueDialog')
const LinkGithubDialog = lazyComponent(() => import('./link-github-dialog'), 'LinkGithubDialog')

interface Reference {
  icon: typeof CircleDot
  text: string
  path: string
}

/** One link may stand for an issue and a pull request at once. */
function referencesOf(link: GithubLink): Reference[] {
  const { issue_number: issue, pull_request_number: pull } = link
  const closed = link.issue_state === 'closed'
  return [
    ...(issue
      ? [
          {
            icon: closed ? CircleCheck : CircleDot,
            text: `#${issue} ${link.issue_title ?? ''}`,
            path: `issues/${issue}`,
          },
        ]
      : []),
    ...(pull
      ? [{ icon: GitPullRequest, text: `#${pull} ${link.pull_request_title ?? ''}`, path: `pull/${pull}` }]
      : []),
  ]
}

interface LinkRowProps {
  link: GithubLink
  onRemove: (() => void) | undefined
}

function LinkRow({ link, onRemove }: LinkRowProps) {
  const base = link.repo_url ?? `https://github.com/${link.repo_name ?? ''}`
  const name = link.repo_name ?? 'Repository'
  return (
    <li className="flex items-start gap-2 py-1.5">
      <div className="min-w-0 flex-1">
        {referencesOf(link).map(({ icon: Icon, text, path }) => (
          <a
            key={path}
            href={`${base}/${path}`}
            target="_blank"
            rel="noopener noreferrer"
            className="flex items-start gap-1.5 break-words hover:underline"
          >
            <Icon className="mt-1 size-4 shrink-0 text-muted" aria-hidden />
            <span className="min-w-0 break-words">{text}</span>
          </a>
        ))}
        <p className="flex flex-wrap items-center gap-2 text-sm text-muted">
          {name}
          {link.issue_state && (
            <Badge tone={link.issue_state === 'open' ? 'info' : 'success'}>
              {link.issue_state === 'open' ? 'Open' : 'Closed'}
            </Badge>
          )}
        </p>
      </div>
      {onRemove && (
        <IconButton label={`Remove the link with ${name}`} size="icon-sm" onClick={onRemove}>
          <X aria-hidden />
        </IconButton>
      )}
    </li>
  )
}

function Actions({ task }: { task: TaskDetail }) {
  const [dialog, setDialog] = useState<'link' | 'create' | null>(null)
  const { data: connection } = useQuery(githubConnectionQuery())
  const close = () => setDialog(null)
  if (connection && !connection.connected) {
    return (
      <p className="text-sm text-muted">
        <Link to="/github" className="text-accent-text underline underline-offset-2">
          Connect your GitHub account
        </Link>{' '}
        to link issues and pull requests.
      </p>
    )
  }
  return (
    <div className="flex flex-wrap gap-2">
      <Button size="sm" onClick={() => setDialog('link')}>
        <Link2 aria-hidden />
        Link
      </Button>
      <Button size="sm" onClick={() => setDialog('create')}>
        <Plus aria-hidden />
        Create issue
      </Button>
      <Suspense>
        {dialog === 'link' && <LinkGithubDialog taskId={task.id} onClose={close} />}
        {dialog === 'create' && <CreateIssueDialog task={task} onClose={close} />}
      </Suspense>
    </div>
  )
}

interface TaskGithubProps {
  task: TaskDetail
  editable: boolean
  children?: ReactNode
}

/** The issues and pull requests behind a task. */
export function TaskGithub({ task, editable, children }: TaskGithubProps) {
  const unlink = useUnlinkGithub(task.id)
  return (
    <Card title="GitHub">
      <div className="grid gap-3">
        {task.github_links.length > 0 ? (
          <ul className="-my-1.5 divide-y">
            {task.github_links.map((link) => (
              <LinkRow
                key={link.id}
                link={link}
                onRemove={editable ? () => unlink.mutate(link.id) : undefined}
              />
            ))}
          </ul>
        ) : (
          <p className="text-muted">Nothing is linked yet.</p>
        )}
        {task.github_links.length > 0 && (
          <Link
            to="/github"
            search={{ tab: 'sync', task: task.id }}
            className="text-sm text-accent-text underline underline-offset-2"
          >
            What was synchronised
          </Link>
        )}
        {editable && <Actions task={task} />}
        {children}
      </div>
    </Card>
  )
}
