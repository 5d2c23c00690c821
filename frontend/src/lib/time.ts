const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const WEEK = 7 * DAY

const dateFormat = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', year: 'numeric' })
const shortDateFormat = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' })
const dateTimeFormat = new Intl.DateTimeFormat(undefined, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
})
const relativeFormat = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' })

/** A day in the viewer's zone; without the year when it is this one. */
export function formatDate(iso: string, now = new Date()): string {
  const date = new Date(iso)
  return (date.getFullYear() === now.getFullYear() ? shortDateFormat : dateFormat).format(date)
}

export function formatDateTime(iso: string): string {
  return dateTimeFormat.format(new Date(iso))
}

/** "5 minutes ago", "in 3 days"; beyond a week the date says more. */
export function formatRelative(iso: string, now = new Date()): string {
  const seconds = Math.round((new Date(iso).getTime() - now.getTime()) / 1000)
  const distance = Math.abs(seconds)
  if (distance < 45) return 'just now'
  if (distance < HOUR) return relativeFormat.format(Math.round(seconds / MINUTE), 'minute')
  if (distance < DAY) return relativeFormat.format(Math.round(seconds / HOUR), 'hour')
  if (distance < WEEK) return relativeFormat.format(Math.round(seconds / DAY), 'day')
  return formatDate(iso, now)
}

/*
 * A deadline chosen as a day ends with that day in UTC, so that everybody reads the same day and nothing is
 * late while the day lasts. Other clients send midnight instead, or a time of day, which is shown as one.
 */
const END_OF_DAY = 'T23:59:59.000Z'
const WHOLE_DAY = /T(00:00:00|23:59:59)(\.0+)?Z$/

/** The value of a date input for a deadline. */
export function toDateInput(iso: string | null): string {
  return iso ? iso.slice(0, 10) : ''
}

/** The deadline for the value of a date input. */
export function fromDateInput(value: string): string | null {
  return value ? `${value}${END_OF_DAY}` : null
}

/** A deadline's day. */
export function formatDay(iso: string, now = new Date()): string {
  // The same calendar day at noon here, so that the viewer's zone cannot shift it.
  return formatDate(WHOLE_DAY.test(iso) ? `${iso.slice(0, 10)}T12:00:00` : iso, now)
}

/** A deadline's day; with the time, in the viewer's zone, if it has one. */
export function formatDeadline(iso: string, now = new Date()): string {
  return WHOLE_DAY.test(iso) ? formatDay(iso, now) : formatDateTime(iso)
}

export type DeadlineState = 'none' | 'overdue' | 'soon' | 'later'

/** Overdue and due soon as the server counts them: in UTC, soon meaning within seven days. */
export function deadlineState(deadline: string | null, status: string, now = new Date()): DeadlineState {
  if (!deadline || status === 'done' || status === 'completed') return 'none'
  const due = new Date(deadline).getTime()
  const today = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate())
  if (due < now.getTime() && status !== 'review' && status !== 'in_review') {
    return 'overdue'
  }
  return due >= today && due <= today + WEEK * 1000 ? 'soon' : 'later'
}
