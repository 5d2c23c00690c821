import { UserPlus } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { UserDialog } from './user-dialog'

export function AddUser() {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button variant="primary" onClick={() => setOpen(true)}>
        <UserPlus aria-hidden />
        Add user
      </Button>
      <UserDialog user={null} open={open} onClose={() => setOpen(false)} />
    </>
  )
}
