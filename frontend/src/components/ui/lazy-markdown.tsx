import { Suspense } from 'react'
import { preloadedComponent } from '@/lib/lazy-component'
import type { MarkdownProps } from './markdown'

const Renderer = preloadedComponent(() => import('./markdown'), 'Markdown')

/** Markdown, with its parser loaded beside the text. Until then the text shows as it was typed. */
export function Markdown(props: MarkdownProps) {
  return (
    <Suspense fallback={<div className="whitespace-pre-wrap">{props.text}</div>}>
      <Renderer {...props} />
    </Suspense>
  )
}
