import { CircleAlert, CircleCheck, Info, X } from 'lucide-react'
import { Toast as Radix } from 'radix-ui'
import { useRef } from 'react'
import { dismissToast, useToasts, type Toast, type ToastTone } from '@/lib/toast'
import { Button } from './button'
import { IconButton } from './icon-button'
import { useStepAside } from './step-aside'

const icons = { success: CircleCheck, error: CircleAlert, info: Info }
const colours: Record<ToastTone, string> = {
  success: 'text-success',
  error: 'text-danger',
  info: 'text-info',
}
/** Long enough to read an error and act on it. */
const durations: Record<ToastTone, number> = { success: 5000, error: 12_000, info: 7000 }

function ToastCard({ toast }: { toast: Toast }) {
  const Icon = icons[toast.tone]
  return (
    <Radix.Root
      duration={durations[toast.tone]}
      type={toast.tone === 'error' ? 'foreground' : 'background'}
      onOpenChange={(open) => !open && dismissToast(toast.id)}
      className="flex appear items-start gap-2.5 rounded-card border bg-raised py-2 pr-1 pl-3 text-ink shadow-floating"
    >
      <Icon className={`mt-1 size-4 shrink-0 ${colours[toast.tone]}`} aria-hidden />
      <div className="min-w-0 flex-1 py-0.5">
        <Radix.Title className="font-medium">{toast.title}</Radix.Title>
        {toast.description && (
          <Radix.Description className="text-sm text-muted">{toast.description}</Radix.Description>
        )}
        {toast.action && (
          <Radix.Action asChild altText={toast.action.label}>
            <Button size="sm" className="mt-2" onClick={toast.action.run}>
              {toast.action.label}
            </Button>
          </Radix.Action>
        )}
      </div>
      <Radix.Close asChild>
        <IconButton label="Dismiss" size="icon-sm">
          <X aria-hidden />
        </IconButton>
      </Radix.Close>
    </Radix.Root>
  )
}

/** Where toasts appear: below, or above when they would cover what has focus there. F8 moves focus to them. */
export function Toaster() {
  const toasts = useToasts()
  const place = useRef<HTMLOListElement>(null)
  useStepAside(place, toasts.length > 0)
  return (
    <Radix.Provider label="Message" swipeDirection="right">
      {toasts.map((toast) => (
        <ToastCard key={toast.id} toast={toast} />
      ))}
      {/* No higher than half of what the bar at the top leaves, so that one of both places is free. */}
      <Radix.Viewport
        ref={place}
        className="fixed right-0 bottom-0 z-50 flex max-h-[calc(50dvh-1.5rem)] w-full flex-col gap-2 overflow-y-auto p-4 outline-none data-aside:top-12 data-aside:bottom-auto sm:max-w-sm"
      />
    </Radix.Provider>
  )
}
