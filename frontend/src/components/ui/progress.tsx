import { cn } from '@/lib/cn'

interface ProgressProps {
  label: string
  /** 0 to 100. */
  value: number
  className?: string
  showValue?: boolean
}

export function Progress({ label, value, className, showValue = true }: ProgressProps) {
  const percent = Math.round(Math.min(100, Math.max(0, value)))
  return (
    <div className={cn('flex items-center gap-2', className)}>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuenow={percent}
        aria-valuemin={0}
        aria-valuemax={100}
        className="h-1.5 min-w-12 flex-1 overflow-hidden rounded-full bg-sunken"
      >
        <div className="h-full rounded-full bg-accent" style={{ width: `${percent}%` }} />
      </div>
      {showValue && <span className="w-9 text-right text-xs text-muted tabular">{percent}%</span>}
    </div>
  )
}
