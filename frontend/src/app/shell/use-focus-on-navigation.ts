import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { announce } from '@/lib/announce'

/** How long a page may take to show its heading before focus stays where it is. */
const GIVE_UP_AFTER_MS = 3000

function focusHeading(): boolean {
  const heading = document.querySelector<HTMLElement>('[data-page-heading]')
  if (!heading) return false
  heading.focus({ preventScroll: true })
  announce(document.title)
  return true
}

/**
 * After going to another page, focus starts at its heading, as it would on a loaded page. Changes of
 * filters and tabs leave focus alone.
 */
export function useFocusOnNavigation() {
  const router = useRouter()
  useEffect(() => {
    let observer: MutationObserver | undefined
    let timer: ReturnType<typeof setTimeout> | undefined

    function stop() {
      observer?.disconnect()
      clearTimeout(timer)
    }

    const unsubscribe = router.subscribe('onRendered', ({ fromLocation, pathChanged }) => {
      stop()
      if (!fromLocation || !pathChanged || focusHeading()) return
      observer = new MutationObserver(() => focusHeading() && stop())
      observer.observe(document.body, { childList: true, subtree: true })
      timer = setTimeout(stop, GIVE_UP_AFTER_MS)
    })
    return () => {
      unsubscribe()
      stop()
    }
  }, [router])
}
