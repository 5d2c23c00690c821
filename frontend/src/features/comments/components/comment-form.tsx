import { useState, type FormEvent, type KeyboardEvent } from 'react'
import type { UserFull } from '@/api/types'
import { Button } from '@/components/ui/button'
import { FormError } from '@/components/ui/form-error'
import { modifierKey } from '@/lib/shortcuts'
import { stillMentioned } from '../mentions'
import { MentionInput } from './mention-input'

const LENGTH_MAX = 1000
const LENGTH_WARN = 900

export interface Written {
  content: string
  mentioned_user_ids: number[]
}

interface CommentFormProps {
  label: string
  submitLabel: string
  initial?: string
  takesFocus?: boolean
  pending: boolean
  error: unknown
  notice?: string | undefined
  /** Resolves to whether it was saved; the text stays if not. */
  onSubmit: (written: Written) => Promise<boolean>
  onCancel?: () => void
}

export function CommentForm(props: CommentFormProps) {
  const {
    label,
    submitLabel,
    initial = '',
    takesFocus = false,
    pending,
    error,
    notice,
    onSubmit,
    onCancel,
  } = props
  const [text, setText] = useState(initial)
  const [chosen, setChosen] = useState<UserFull[]>([])
  const length = [...text.trim()].length
  const valid = length > 0 && length <= LENGTH_MAX

  async function save() {
    if (!valid || pending) return
    const content = text.trim()
    // Room for the next one at once; the text comes back if this one is refused.
    if (!onCancel) setText('')
    const saved = await onSubmit({ content, mentioned_user_ids: stillMentioned(content, chosen) })
    if (saved) setChosen([])
    else setText((typed) => typed || content)
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    void save()
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape') onCancel?.()
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      void save()
    }
  }

  return (
    <form onSubmit={submit} className="grid gap-2">
      <FormError error={error} />
      <p role="status" className="text-sm text-warning empty:hidden">
        {notice}
      </p>
      <MentionInput
        label={label}
        value={text}
        onChange={setText}
        onMention={(person) => setChosen((people) => [...people, person])}
        onKeyDown={onKeyDown}
        takesFocus={takesFocus}
      />
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" size="sm" variant="primary" pending={pending} disabled={!valid}>
          {submitLabel}
        </Button>
        {onCancel && (
          <Button size="sm" onClick={onCancel}>
            Cancel
          </Button>
        )}
        <span className="text-xs text-muted max-sm:hidden">
          @ mentions people, {modifierKey} Enter sends, Markdown works
        </span>
        {length > LENGTH_WARN && (
          <span role="status" className={length > LENGTH_MAX ? 'text-xs text-danger' : 'text-xs text-muted'}>
            {length} of {LENGTH_MAX} characters
          </span>
        )}
      </div>
    </form>
  )
}
