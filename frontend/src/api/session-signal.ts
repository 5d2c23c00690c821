type Signal = 'signed-in' | 'signed-out' | 'ended'

const CHANNEL_NAME = 'devsync.session'
const listeners = new Set<(signal: Signal) => void>()
let leaving = false

const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel(CHANNEL_NAME) : null
channel?.addEventListener('message', (event: MessageEvent<Signal>) => notify(event.data))

function notify(signal: Signal) {
  for (const listener of listeners) listener(signal)
}

/** While a person signs out, requests that come back refused are what they asked for, and no news. */
export function setLeaving(now: boolean) {
  leaving = now
}

/** Tells this tab that the session is over; other tabs find out by themselves on their next request. */
export function signalSessionEnded() {
  if (!leaving) notify('ended')
}

/** Tells the other tabs that somebody signed in or out here. */
export function broadcastSession(signal: 'signed-in' | 'signed-out') {
  if (signal === 'signed-in') setLeaving(false)
  channel?.postMessage(signal)
}

/** Calls back on every change of the session, in this tab or another. Returns the way to stop. */
export function onSessionSignal(listener: (signal: Signal) => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
