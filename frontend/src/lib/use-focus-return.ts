import { useEffect, useRef } from 'react'

/**
 * Gives focus back to the control that opens a form in place, once the form is closed. Whoever has gone elsewhere
 * meanwhile is left there.
 */
export function useFocusReturn<T extends HTMLElement>(open: boolean) {
  const opener = useRef<T>(null)
  const wasOpen = useRef(open)
  useEffect(() => {
    if (wasOpen.current && !open && document.activeElement === document.body) opener.current?.focus()
    wasOpen.current = open
  }, [open])
  return opener
}
