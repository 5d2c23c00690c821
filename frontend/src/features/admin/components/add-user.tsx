import { UserPlus } from 'lucide-react'
import { Suspense, useState } from 'react'
import { Button } from '@/components/ui/button'
import { lazyComponent } from '@/lib/lazy-component'

const UserDialog = lazyComponent(() => import('./user-dialog'), 'UserDialog')

export function AddUser() {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button variant="primary" onClick={() => setOpen(true)}>
        <UserPlus aria-hidden />
        Add user
      </Button>
      <Suspense>{open && <UserDialog user={null} onClose={() => setOpen(false)} />}</Suspense>
    </>
  )
}
