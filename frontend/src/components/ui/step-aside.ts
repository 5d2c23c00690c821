import { useLayoutEffect, type RefObject } from 'react'

/** How much of an element a box covers, in square pixels. */
function overlap(a: DOMRect, b: DOMRect): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left)
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
  return Math.max(width, 0) * Math.max(height, 0)
}

function stepAside(box: HTMLElement) {
  const focused = document.activeElement
  if (!focused || focused === document.body || box.contains(focused)) return
  const wanted = focused.getBoundingClientRect()
  const covered = overlap(box.getBoundingClientRect(), wanted)
  if (covered === 0) return
  box.toggleAttribute('data-aside')
  if (overlap(box.getBoundingClientRect(), wanted) >= covered) box.toggleAttribute('data-aside')
}

/**
 * While it is shown, the floating box moves to its other place (`data-aside`) when it would cover what has focus: WCAG
 * 2.2, 2.4.11. Focus, the page or the box may move at any time, so they are compared before every frame. The attribute
 * is set past React, because whoever moves focus may look at once.
 */
export function useStepAside(ref: RefObject<HTMLElement | null>, isShown: boolean) {
  useLayoutEffect(() => {
    const box = ref.current
    if (!box || !isShown) return
    let frame = 0
    const look = () => stepAside(box)
    function watch() {
      look()
      frame = requestAnimationFrame(watch)
    }
    watch()
    document.addEventListener('focusin', look)
    return () => {
      cancelAnimationFrame(frame)
      document.removeEventListener('focusin', look)
      box.removeAttribute('data-aside')
    }
  }, [ref, isShown])
}
