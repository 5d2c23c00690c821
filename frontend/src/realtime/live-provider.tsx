import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, type ReactNode } from 'react'
import { LiveConnection } from './connection'
import { LiveContext } from './hooks'

/** Keeps the live connection for as long as somebody is signed in on this page. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const client = useQueryClient()
  const [live] = useState(() => new LiveConnection(client))
  useEffect(() => {
    live.start()
    return () => live.stop()
  }, [live])
  return <LiveContext value={live}>{children}</LiveContext>
}
