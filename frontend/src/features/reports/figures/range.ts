import type { ReportRange } from '@/api/types'

/** How many days a report looks back. */
export const rangeDays: Record<ReportRange, number> = { week: 7, month: 30, quarter: 91, year: 365 }

/** How many days one point of a chart stands for, so that no chart has more points than can be told apart. */
const bucketDays: Record<ReportRange, number> = { week: 1, month: 1, quarter: 7, year: 30 }

const dayFormat = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' })

export interface Bucket {
  from: number
  until: number
  label: string
}

/** The range ends with the day that is now, in the viewer's zone. */
export function rangeEnd(now: Date): number {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1).getTime()
}

export function rangeStart(range: ReportRange, now: Date): number {
  const end = new Date(rangeEnd(now))
  return new Date(end.getFullYear(), end.getMonth(), end.getDate() - rangeDays[range]).getTime()
}

/** The range in equal parts, oldest first; the first may be shorter. */
export function bucketsOf(range: ReportRange, now: Date): Bucket[] {
  const start = rangeStart(range, now)
  const length = bucketDays[range]
  const buckets: Bucket[] = []
  for (let until = rangeEnd(now); until > start;) {
    const last = new Date(until)
    const from = Math.max(
      start,
      new Date(last.getFullYear(), last.getMonth(), last.getDate() - length).getTime(),
    )
    buckets.unshift({ from, until, label: dayFormat.format(new Date(from)) })
    until = from
  }
  return buckets
}

export function isWithin(iso: string | null, from: number, until: number): boolean {
  if (!iso) return false
  const time = new Date(iso).getTime()
  return time >= from && time < until
}
