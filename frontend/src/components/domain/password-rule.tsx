import { Check, Circle } from 'lucide-react'
import { isLongEnough, PASSWORD_MIN } from '@/api/account-fields'
import { cn } from '@/lib/cn'

/** The rule for new passwords, in sight before it is broken. */
export function PasswordRule({ password }: { password: string }) {
  const met = isLongEnough(password)
  const Icon = met ? Check : Circle
  return (
    <span className={cn('flex items-center gap-1', met && 'text-success')}>
      <Icon className="size-3.5" aria-hidden />
      At least {PASSWORD_MIN} characters
      <span className="sr-only">{met ? ' (fulfilled)' : ''}</span>
    </span>
  )
}
