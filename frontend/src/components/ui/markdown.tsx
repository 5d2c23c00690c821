import Renderer, { type Components } from 'react-markdown'
import remarkGfm from 'remark-gfm'
import { cn } from '@/lib/cn'

const components: Components = {
  a: ({ node: _node, ...props }) => <a {...props} target="_blank" rel="noopener noreferrer nofollow" />,
  // Pictures from elsewhere would tell their host who reads what; the policy forbids them, so they become links.
  img: ({ src, alt }) => (
    <a href={typeof src === 'string' ? src : undefined} target="_blank" rel="noopener noreferrer nofollow">
      {alt || 'Image'}
    </a>
  ),
  // Headings inside a text stay below those of the page.
  h1: ({ node: _node, ...props }) => <h3 {...props} />,
  h2: ({ node: _node, ...props }) => <h4 {...props} />,
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
