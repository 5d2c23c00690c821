import { SkeletonRows } from '@/components/ui/skeleton'

/** While a page's code is on its way. */
export function PagePending() {
  return (
    <div className="mx-auto w-full max-w-6xl px-4 py-5 sm:px-6">
      <SkeletonRows label="Loading the page" />
    </div>
  )
}
