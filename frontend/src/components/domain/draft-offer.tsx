import { Button } from '@/components/ui/button'
import { forgetDrafts } from '@/lib/drafts'
import { useHasDraft, usePlace } from '@/session/use-draft'

interface DraftOfferProps {
  place: string
  /** "You have begun to edit this comment." */
  children: string
  onContinue: () => void
}

/** Offers what somebody began to write before they left, the session ended or the page was closed. */
export function DraftOffer({ place, children, onContinue }: DraftOfferProps) {
  const key = usePlace(place)
  if (!useHasDraft(place)) return null
  return (
    <div className="my-1 flex flex-wrap items-center gap-2 rounded-control bg-sunken px-3 py-1.5 text-sm">
      <span className="mr-auto text-muted">{children}</span>
      <Button size="sm" onClick={onContinue}>
        Continue
      </Button>
      <Button size="sm" variant="ghost" onClick={() => forgetDrafts(key)}>
        Discard
      </Button>
    </div>
  )
}
