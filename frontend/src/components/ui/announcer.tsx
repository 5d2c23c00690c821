import { useEffect, useState } from 'react'
import { setAnnouncer } from '@/lib/announce'

/** The page's polite live region; `announce()` writes to it. */
export function Announcer() {
  const [message, setMessage] = useState({ text: '', count: 0 })
  useEffect(() => {
    setAnnouncer((text) => setMessage(({ count }) => ({ text, count: count + 1 })))
    return () => setAnnouncer(null)
  }, [])
  return (
    <div role="status" aria-live="polite" className="sr-only">
      {/* A new key makes the same message heard again. */}
      <span key={message.count}>{message.text}</span>
    </div>
  )
}
