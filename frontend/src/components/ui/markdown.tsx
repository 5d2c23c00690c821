import type { ReactNode } from 'react'
import Renderer, { type Components } from 'react-markdown'
import remarkGfm from 'remark-gfm'
import { cn } from '@/lib/cn'

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

/** Text people wrote. HTML in it stays text, and links with strange schemes lose their target. */
export default function Markdown({ text, className }: { text: string; className?: string }) {
  return (
    <div className={cn('prose', className)}>
      <Renderer remarkPlugins={[remarkGfm]} components={components}>
        {text}
      </Renderer>
    </div>
  )
}
