import { Plug } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { useConnectGithub } from '../api/connection'

export function ConnectButton() {
  const connect = useConnectGithub()
  return (
    <Button
      variant="primary"
      pending={connect.isPending || connect.isSuccess}
      onClick={() => connect.mutate()}
    >
      <Plug aria-hidden />
      Connect GitHub
    </Button>
  )
}
