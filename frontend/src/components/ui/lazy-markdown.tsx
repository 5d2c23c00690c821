import { lazy, Suspense } from 'react'
import type { MarkdownProps } from './markdown'

const Renderer = lazy(() => import('./markdown'))

/** Markdown, with its parser loaded on first use. Until then the text shows as it was typed. */
export function Markdown(props: MarkdownProps) {
  return (
    <Suspense fallback={<div className="whitespace-pre-wrap">{props.text}</div>}>
      <Renderer {...props} />
    </Suspense>
  )
}
