import { RotateCw, TriangleAlert } from 'lucide-react'
import { errorMessage } from '@/api/errors'
import { Button } from './button'

interface ErrorStateProps {
  title: string
  error: unknown
  onRetry?: () => void
  retrying?: boolean
}

/** What could not be shown, why, and the way to try again. */
export function ErrorState({ title, error, onRetry, retrying = false }: ErrorStateProps) {
  return (
    <div role="alert" className="grid justify-items-center gap-2 px-4 py-12 text-center">
      <span className="rounded-full bg-danger-tint p-3 text-danger">
        <TriangleAlert className="size-6" aria-hidden />
      </span>
      <p className="mt-1 text-lg font-semibold">{title}</p>
      <p className="max-w-md text-muted">{errorMessage(error)}</p>
      {onRetry && (
        <Button className="mt-2" onClick={onRetry} pending={retrying}>
          <RotateCw aria-hidden />
          Try again
        </Button>
      )}
    </div>
  )
}
