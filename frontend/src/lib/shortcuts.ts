import { useEffect, useRef, useSyncExternalStore } from 'react'
import { readStored, writeStored } from './stored'

const isApple = /Mac|iPhone|iPad/.test(navigator.userAgent)

/** How the key that goes with K is called here. */
export const modifierKey = isApple ? '⌘' : 'Ctrl'

/** How long after the first key of a sequence the second may come. */
const SEQUENCE_MS = 1200

/**
 * What to do by key: `mod+k`, a single `?`, or a sequence such as `g t`. Single keys can be switched off,
 * because they get in the way of speech input (WCAG 2.1.4).
 */
export type Shortcuts = Record<string, () => void>

const listeners = new Set<() => void>()

function singleKeysEnabled(): boolean {
  return readStored('single-keys') !== 'off'
}

export function setSingleKeys(enabled: boolean) {
  writeStored('single-keys', enabled ? null : 'off')
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useSingleKeys(): boolean {
  return useSyncExternalStore(subscribe, singleKeysEnabled)
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.closest('input, textarea, select, [role="combobox"], [role="menu"], [role="listbox"]') !== null)
  )
}

function isDialogOpen(): boolean {
  return document.querySelector('[role="dialog"], [role="alertdialog"]') !== null
}

function keyOf(event: KeyboardEvent): string | null {
  if (event.altKey) return null
  if (event.ctrlKey || event.metaKey) return `mod+${event.key.toLowerCase()}`
  const reserved = !singleKeysEnabled() || isTyping(event.target) || isDialogOpen()
  return reserved ? null : event.key.toLowerCase()
}

export function useShortcuts(shortcuts: Shortcuts) {
  const current = useRef(shortcuts)
  useEffect(() => {
    current.current = shortcuts
  })
  useEffect(() => {
    let prefix = ''
    let prefixUntil = 0

    function onKeyDown(event: KeyboardEvent) {
      const key = event.defaultPrevented || event.repeat ? null : keyOf(event)
      if (key === null) return
      const sequence = Date.now() < prefixUntil ? `${prefix} ${key}` : key
      const action = current.current[sequence] ?? current.current[key]
      prefix = key
      prefixUntil = action ? 0 : Date.now() + SEQUENCE_MS
      if (!action) return
      event.preventDefault()
      action()
    }

    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
}
