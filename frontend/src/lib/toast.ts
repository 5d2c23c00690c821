import { useSyncExternalStore } from 'react'

export type ToastTone = 'success' | 'error' | 'info'

export interface Toast {
  id: number
  tone: ToastTone
  title: string
  description?: string | undefined
  action?: { label: string; run: () => void } | undefined
}

const MAX_ON_SCREEN = 4

let toasts: readonly Toast[] = []
let nextId = 1
const listeners = new Set<() => void>()

function publish(next: readonly Toast[]) {
  toasts = next
  for (const listener of listeners) listener()
}

type Content = Omit<Toast, 'id' | 'tone' | 'title'>

function show(tone: ToastTone, title: string, content: Content = {}) {
  publish([...toasts.slice(1 - MAX_ON_SCREEN), { id: nextId++, tone, title, ...content }])
}

/** Short news about something the person did. Errors of a form belong beside its fields instead. */
export const toast = {
  success: (title: string, content?: Content) => show('success', title, content),
  error: (title: string, content?: Content) => show('error', title, content),
  info: (title: string, content?: Content) => show('info', title, content),
}

export function dismissToast(id: number) {
  publish(toasts.filter((each) => each.id !== id))
}

/** Messages are for the person who saw what they are about; whoever signs in next has no use for them. */
export function clearToasts() {
  if (toasts.length > 0) publish([])
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useToasts(): readonly Toast[] {
  return useSyncExternalStore(subscribe, () => toasts)
}
