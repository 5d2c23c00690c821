import { Button } from '@/components/ui/button'

interface RestoredProps {
  /** "Start empty". */
  action: string
  onStartOver: () => void
}

/** Stands above a form that opened with what had been entered before, and offers to begin again. */
export function Restored({ action, onStartOver }: RestoredProps) {
  return (
    <div className="flex flex-wrap items-center gap-2 rounded-control bg-sunken px-3 py-1.5 text-sm">
      <span className="mr-auto text-muted">What you had entered is back.</span>
      <Button size="sm" variant="ghost" onClick={onStartOver}>
        {action}
      </Button>
    </div>
  )
}
