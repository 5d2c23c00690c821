import type { ReactNode } from 'react'

/** A line whose text is said aloud as it appears. It is there before its text: a region that comes with it is not heard. */
export function StatusLine({ children }: { children: ReactNode }) {
  return (
    <p role="status" className="-mt-2 text-sm text-warning not-empty:mt-0">
      {children}
    </p>
  )
}
