import { Dialog, DialogContent } from '@/components/ui/dialog'
import { Kbd } from '@/components/ui/kbd'
import { Switch } from '@/components/ui/switch'
import { modifierKey, setSingleKeys, useSingleKeys } from '@/lib/shortcuts'
import { useSession } from '@/session/session'
import { destinationsFor } from './navigation'

const everywhere = [
  { keys: [modifierKey, 'K'], does: 'Search, or jump to a page' },
  { keys: ['/'], does: 'The same with one key' },
  { keys: ['?'], does: 'Show these shortcuts' },
  { keys: ['F8'], does: 'Go to messages on screen' },
]

const onBoard = [
  { keys: ['Arrows'], does: 'Go from card to card' },
  { keys: ['Space'], does: 'Pick up a card at its grip, and put it down' },
  { keys: ['Arrows'], does: 'Move the card that is picked up' },
  { keys: ['Esc'], does: 'Put it back' },
]

function Keys({ title, rows }: { title: string; rows: { keys: string[]; does: string }[] }) {
  return (
    <section>
      <h3 className="mb-1 text-sm text-muted">{title}</h3>
      <dl>
        {rows.map(({ keys, does }) => (
          <div key={does} className="flex items-center justify-between gap-4 py-1">
            <dt className="order-2 flex gap-1">
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

export default function KeyboardHelp({ onClose }: { onClose: () => void }) {
  const session = useSession()
  const singleKeys = useSingleKeys()
  const pages = destinationsFor(session).map(({ key, label }) => ({
    keys: ['G', key.toUpperCase()],
    does: label,
  }))
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent size="lg" title="Keyboard shortcuts">
        <div className="grid gap-x-10 gap-y-5 sm:grid-cols-2">
          <div className="grid content-start gap-5">
            <Keys title="Everywhere" rows={everywhere} />
            <Keys title="On a board" rows={onBoard} />
          </div>
          <Keys title="Go to" rows={pages} />
        </div>
        <div className="mt-5 border-t pt-4">
          <Switch
            label="Single-key shortcuts"
            description={`Switch them off if you use speech input. ${modifierKey} K keeps working.`}
            checked={singleKeys}
            onChange={setSingleKeys}
          />
        </div>
      </DialogContent>
    </Dialog>
  )
}
