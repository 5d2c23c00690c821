import { lazy, Suspense } from 'react'

const Renderer = lazy(() => import('./markdown'))

/** Markdown, with its parser loaded on first use. Until then the text shows as it was typed. */
export function Markdown(props: { text: string; className?: string }) {
  return (
    <Suspense fallback={<div className="whitespace-pre-wrap">{props.text}</div>}>
      <Renderer {...props} />
    </Suspense>
  )
}
