import { CircleAlert } from 'lucide-react'
import { errorMessage } from '@/api/errors'

interface FormErrorProps {
  error: unknown
  /** What failed, where that is not plain from the place: "The draft was not saved." */
  what?: string
}

/** Why saving failed, said aloud as it appears. */
export function FormError({ error, what }: FormErrorProps) {
  return (
    <div role="alert" className="empty:hidden">
      {error ? (
        <p className="flex items-start gap-2 rounded-control bg-danger-tint px-3 py-2 text-sm text-danger">
          <CircleAlert className="mt-0.5 size-4 shrink-0" aria-hidden />
          {what} {errorMessage(error)}
        </p>
      ) : null}
    </div>
  )
}
