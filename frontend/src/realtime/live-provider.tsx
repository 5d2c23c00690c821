import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, type ReactNode } from 'react'
import type { LiveConnection } from './connection'
import { LiveContext } from './hooks'

/**
 * Keeps the live connection for as long as somebody is signed in on this page. The socket client is loaded
 * after the first paint: what it brings is news, and the page is new then.
 */
export function LiveProvider({ children }: { children: ReactNode }) {
  const client = useQueryClient()
  const [live, setLive] = useState<LiveConnection | null>(null)

  useEffect(() => {
    let connection: LiveConnection | undefined
    let unmounted = false
    void import('./connection').then(({ LiveConnection }) => {
      if (unmounted) return
      connection = new LiveConnection(client)
      connection.start()
      setLive(connection)
    })
    return () => {
      unmounted = true
      connection?.stop()
      setLive(null)
    }
  }, [client])

  return <LiveContext value={live}>{children}</LiveContext>
}
