import { useLayoutEffect, useRef } from 'react'

export function composerId(taskId: number): string {
  return `comment-on-${taskId}`
}

/** When the comment that has focus disappears, focus goes to where the next one is written. */
export function useKeptFocus<T extends HTMLElement>(taskId: number) {
  const frame = useRef<T>(null)
  const left = useRef(false)
  useLayoutEffect(() => {
    const element = frame.current
    return () => {
      if (!left.current && !element?.contains(document.activeElement)) return
      requestAnimationFrame(() => {
        if (document.activeElement === document.body) document.getElementById(composerId(taskId))?.focus()
      })
    }
  }, [taskId])
  return {
    frame,
    /** The person takes it away, by a dialog that has focus until then. */
    leaving: () => {
      left.current = true
    },
  }
}
