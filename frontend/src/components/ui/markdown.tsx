import { useMemo, type ReactNode } from 'react'
import Renderer, { type Components, type Options } from 'react-markdown'
import remarkGfm from 'remark-gfm'
import { cn } from '@/lib/cn'
import { markSpans, type FindSpans } from './mark-spans'

function OutsideLink({ href, children }: { href?: string | undefined; children?: ReactNode }) {
  return (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow">
      {children}
    </a>
  )
}

const components: Components = {
  a: ({ href, children }) => <OutsideLink href={href}>{children}</OutsideLink>,
  // Pictures from elsewhere would tell their host who reads what; the policy forbids them, so they become links.
  img: ({ src, alt }) => (
    <OutsideLink href={typeof src === 'string' ? src : undefined}>{alt || 'Image'}</OutsideLink>
  ),
  // Headings inside a text stay below those of the page.
  h1: ({ children }) => <h3>{children}</h3>,
  h2: ({ children }) => <h4>{children}</h4>,
}

export interface MarkdownProps {
  text: string
  className?: string
  /** Finds what stands out in the running text. Stable: keep it in a memo. */
  marks?: FindSpans
}

const NO_MARKS: FindSpans = () => []

/** Text people wrote. HTML in it stays text, and links with strange schemes lose their target. */
export function Markdown({ text, className, marks = NO_MARKS }: MarkdownProps) {
  const plugins = useMemo<Options['remarkPlugins']>(() => [remarkGfm, [markSpans, marks]], [marks])
  return (
    <div className={cn('prose', className)}>
      <Renderer remarkPlugins={plugins} components={components}>
        {text}
      </Renderer>
    </div>
  )
}
