type Announcer = (message: string) => void

let announcer: Announcer | null = null

/** The live region on the page registers itself here. */
export function setAnnouncer(next: Announcer | null) {
  announcer = next
}

/** Says something to screen readers without moving focus. */
export function announce(message: string) {
  announcer?.(message)
}
