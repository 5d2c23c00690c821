import { Copy } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { Textarea } from '@/components/ui/input'
import { forgetDrafts, useDrafts, type Draft } from '@/lib/drafts'
import { toast } from '@/lib/toast'
import { usePlace } from '@/session/use-draft'

async function copy({ label, text }: Draft) {
  try {
    await navigator.clipboard.writeText(text)
    toast.success(`${label} is copied`)
  } catch {
    toast.error(`${label} was not copied`, { description: 'Select the text and copy it by hand.' })
  }
}

interface UnsentTextsProps {
  /** The beginning of the places whose texts are meant. */
  places: string
  /** Leaves out places that are still there. */
  isLost?: (place: string) => boolean
}

/** What somebody wrote at a place that is gone, so that it can be copied. */
export function UnsentTexts({ places, isLost = () => true }: UnsentTextsProps) {
  const start = usePlace(places)
  const lost = [...useDrafts()].filter(
    ([place]) => place.startsWith(start) && isLost(place.slice(start.length)),
  )
  if (lost.length === 0) return null
  return (
    <Card title="What you had written here">
      <div className="grid gap-4">
        {lost.map(([place, draft]) => (
          <div key={place} className="grid gap-2">
            <Field label={draft.label}>
              {(field) => <Textarea {...field} readOnly rows={4} value={draft.text} />}
            </Field>
            <div className="flex gap-2">
              <Button size="sm" onClick={() => void copy(draft)}>
                <Copy aria-hidden />
                Copy
              </Button>
              <Button size="sm" variant="ghost" onClick={() => forgetDrafts(place)}>
                Discard
              </Button>
            </div>
          </div>
        ))}
      </div>
    </Card>
  )
}
