import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { keys } from '@/api/keys'
import { GithubAccount } from './github-account'

/** After the way through GitHub: asks the server how it ended, whatever the address claims. */
export function ConnectionOutcome() {
  const client = useQueryClient()
  useEffect(() => {
    void client.invalidateQueries({ queryKey: keys.github.all })
    void client.invalidateQueries({ queryKey: keys.session })
  }, [client])
  return <GithubAccount />
}
