import { useRef } from 'react'
import { FLOATING, isThere } from '@/lib/focus'

/** What last had focus on the page itself. An entry of a menu that opened a dialog is gone by the time it closes. */
let lastOnPage: Element | null = null
document.addEventListener('focusin', ({ target }) => {
  if (target instanceof Element && !target.closest(FLOATING)) lastOnPage = target
})

/**
 * For the content of a dialog: gives focus back to what opened it. Radix does so for its own triggers only. Focus that
 * has gone elsewhere by then is left there.
 */
export function useFocusBack() {
  const opener = useRef<Element | null>(null)
  return {
    onOpenAutoFocus() {
      opener.current = document.activeElement
    },
    onCloseAutoFocus(event: Event) {
      const target = [opener.current, lastOnPage].find(isThere)
      if (!target) return
      event.preventDefault()
      if (!isThere(document.activeElement)) target.focus()
    },
  }
}
