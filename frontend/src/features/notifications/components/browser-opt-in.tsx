import { BellRing } from 'lucide-react'
import { Switch } from '@/components/ui/switch'
import { setBrowserNotifications, useBrowserNotifications } from '../hooks/use-browser-notifications'

const explanations = {
  unsupported: 'This browser cannot show them.',
  blocked: 'Your browser blocks them for this site. Allow them in its settings for the site.',
  off: 'Shown by your system when something arrives while you look elsewhere.',
  on: 'Shown by your system when something arrives while you look elsewhere.',
}

/** The way to agree to notifications outside the page, and to take that back. */
export function BrowserOptIn() {
  const state = useBrowserNotifications()
  return (
    <Switch
      label={
        <span className="inline-flex items-center gap-2">
          <BellRing className="size-4" aria-hidden />
          Notifications of the browser
        </span>
      }
      description={explanations[state]}
      checked={state === 'on'}
      disabled={state === 'unsupported' || state === 'blocked'}
      onChange={(on) => void setBrowserNotifications(on)}
    />
  )
}
