import { cn } from '@/lib/cn'

/** Stands where something will be. Give it the size of what is coming. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <div
      aria-hidden
      className={cn('h-4 animate-[pulse-soft_1.6s_ease-in-out_infinite] rounded bg-sunken', className)}
    />
  )
}

/** Several lines of it, announced once. */
export function SkeletonRows({ rows = 6, label = 'Loading' }: { rows?: number; label?: string }) {
  return (
    <div role="status" className="grid gap-2">
      <span className="sr-only">{label}</span>
      {Array.from({ length: rows }, (_, index) => (
        <Skeleton key={index} className="h-9" />
      ))}
    </div>
  )
}
