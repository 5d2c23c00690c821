import { Link } from '@tanstack/react-router'
import { GitPullRequest, KanbanSquare, Radio, ScrollText } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Logo } from '@/components/ui/logo'
import { useTitle } from '@/components/ui/page'
import { BoardSketch } from './landing-board-sketch'

const reasons = [
  {
    icon: Radio,
    title: 'Live for everybody',
    text: 'Boards, lists and comments change on every screen the moment something happens. Nobody reloads.',
  },
  {
    icon: GitPullRequest,
    title: 'Together with GitHub',
    text: 'Link issues and pull requests to tasks. Closing one side closes the other, and you can see when it did.',
  },
  {
    icon: KanbanSquare,
    title: 'Nothing gets lost',
    text: 'Each change is saved on its own. If two people edit the same thing, the second sees both and chooses.',
  },
  {
    icon: ScrollText,
    title: 'Yours to run',
    text: 'Hosted by you, with roles, an audit log and an open API, for as many people as you like.',
  },
]

export function LandingPage() {
  useTitle('DevSync')
  return (
    <div className="mx-auto flex min-h-dvh max-w-6xl flex-col px-4 sm:px-8">
      <header className="flex items-center justify-between py-5">
        <Logo />
        <nav aria-label="Account" className="flex gap-2">
          <Button asChild variant="ghost">
            <Link to="/login">Sign in</Link>
          </Button>
          <Button asChild>
            <Link to="/register">Create account</Link>
          </Button>
        </nav>
      </header>
      <main className="grid flex-1 content-center gap-12 py-8">
        <div className="grid items-center gap-10 lg:grid-cols-[1.1fr_1fr]">
          <div>
            <h1 tabIndex={-1} data-page-heading className="text-4xl outline-none">
              Your team’s work and the code behind it, in one place
            </h1>
            <p className="mt-4 max-w-xl text-lg text-muted">
              DevSync keeps projects, tasks, comments and reports together with their GitHub issues and pull
              requests, and shows every change to everyone at once.
            </p>
            <div className="mt-6 flex flex-wrap gap-3">
              <Button asChild variant="primary" size="lg">
                <Link to="/register">Start with your team</Link>
              </Button>
              <Button asChild size="lg">
                <Link to="/login">Sign in</Link>
              </Button>
            </div>
          </div>
          <BoardSketch />
        </div>
        <ul className="grid gap-x-8 gap-y-6 sm:grid-cols-2 lg:grid-cols-4">
          {reasons.map(({ icon: Icon, title, text }) => (
            <li key={title}>
              <Icon className="mb-2 size-5 text-accent-text" aria-hidden />
              <h2 className="text-lg">{title}</h2>
              <p className="mt-1 text-muted">{text}</p>
            </li>
          ))}
        </ul>
      </main>
    </div>
  )
}
