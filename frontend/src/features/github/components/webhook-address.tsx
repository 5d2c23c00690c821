import { Copy } from 'lucide-react'
import { Card } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { IconButton } from '@/components/ui/icon-button'
import { Input } from '@/components/ui/input'
import { toast } from '@/lib/toast'

/** For those who enter the webhook at GitHub by hand. */
export function WebhookAddress() {
  const address = `${window.location.origin}/api/v1/github/webhook`

  async function copy() {
    try {
      await navigator.clipboard.writeText(address)
      toast.success('The address is copied')
    } catch {
      toast.error('The address was not copied', { description: 'Select it and copy it by hand.' })
    }
  }

  return (
    <Card title="Webhook by hand">
      <p className="mb-3 text-muted">
        In the repository’s settings at GitHub, add a webhook with this address, the content type
        application/json, your secret, and the events Issues and Pull requests.
      </p>
      <Field label="Payload URL">
        {(control) => (
          <span className="flex gap-1">
            <Input {...control} readOnly value={address} onFocus={(event) => event.target.select()} />
            <IconButton label="Copy the address" onClick={() => void copy()}>
              <Copy aria-hidden />
            </IconButton>
          </span>
        )}
      </Field>
    </Card>
  )
}
