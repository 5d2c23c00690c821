import { CloudOff, WifiOff } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { toast } from '@/lib/toast'
import { useLiveStatus, type LiveStatus } from '@/realtime/status'

/** Short interruptions are nobody's business. */
const PATIENCE_MS = 4000

function useLastingInterruption(status: LiveStatus): boolean {
  const away = status === 'reconnecting' || status === 'offline' || status === 'connecting'
  const [lasting, setLasting] = useState(false)
  if (!away && lasting) setLasting(false)
  useEffect(() => {
    if (!away) return
    const timer = setTimeout(() => setLasting(true), status === 'offline' ? 0 : PATIENCE_MS)
    return () => clearTimeout(timer)
  }, [away, status])
  return away && lasting
}

/** Says that what is on screen may be old, and later that it has caught up. */
export function ConnectionBanner() {
  const status = useLiveStatus()
  const interrupted = useLastingInterruption(status)
  const wasInterrupted = useRef(false)

  useEffect(() => {
    if (wasInterrupted.current && status === 'live') {
      toast.success('Back online', { description: 'Everything on this page is up to date again.' })
    }
    if (interrupted || status === 'live') wasInterrupted.current = interrupted
  }, [interrupted, status])

  const offline = status === 'offline'
  const Icon = offline ? WifiOff : CloudOff
  return (
    <div role="status">
      {interrupted && (
        <p className="flex items-center gap-2 border-b bg-warning-tint px-4 py-2 text-sm text-warning sm:px-6">
          <Icon className="size-4 shrink-0" aria-hidden />
          {offline
            ? 'You are offline. This page shows what was last loaded and catches up when you are back.'
            : 'Live updates are interrupted. Reconnecting; until then this page reloads its data every half minute.'}
        </p>
      )}
    </div>
  )
}
