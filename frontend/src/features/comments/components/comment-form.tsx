import { useState, type FormEvent, type KeyboardEvent } from 'react'
import { Button } from '@/components/ui/button'
import { FormError } from '@/components/ui/form-error'
import { StatusLine } from '@/components/ui/status-line'
import { modifierKey } from '@/lib/shortcuts'
import type { useCommentDraft } from '../hooks/use-comment-draft'
import { stillMentioned, type Mentionable } from '../mentions'
import { MentionInput } from './mention-input'

const LENGTH_MAX = 1000
const LENGTH_WARN = 900

export interface Written {
  content: string
  mentioned_user_ids: number[]
}

interface CommentFormProps {
  id?: string | undefined
  label: string
  submitLabel: string
  initial?: string
  draft: ReturnType<typeof useCommentDraft>
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
    id,
    label,
    submitLabel,
    initial = '',
    draft,
    takesFocus = false,
    pending,
    error,
    notice,
    onSubmit,
    onCancel,
  } = props
  const [text, setText] = useState(draft.found?.text ?? initial)
  const [chosen, setChosen] = useState<readonly Mentionable[]>(draft.found?.people ?? [])
  const length = [...text.trim()].length
  const valid = length > 0 && length <= LENGTH_MAX

  function write(next: string, mentioned?: Mentionable) {
    const people = mentioned ? [...chosen, mentioned] : chosen
    setText(next)
    setChosen(people)
    if (next.trim() === '' || next === initial) draft.forget()
    else draft.keep(next, people)
  }

  function cancel() {
    draft.forget()
    onCancel?.()
  }

  async function save() {
    if (!valid || pending) return
    const content = text.trim()
    // Room for the next one at once; the text comes back if this one is refused.
    if (!onCancel) setText('')
    const saved = await onSubmit({ content, mentioned_user_ids: stillMentioned(content, chosen) })
    if (!saved) setText((typed) => typed || content)
    else {
      draft.sent(content)
      setChosen([])
    }
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    void save()
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape' && onCancel) cancel()
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      void save()
    }
  }

  return (
    <form onSubmit={submit} className="grid gap-2">
      <FormError error={error} />
      <StatusLine>{notice}</StatusLine>
      <MentionInput
        id={id}
        label={label}
        value={text}
        onChange={write}
        onKeyDown={onKeyDown}
        takesFocus={takesFocus}
      />
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" size="sm" variant="primary" pending={pending} disabled={!valid}>
          {submitLabel}
        </Button>
        {onCancel && (
          <Button size="sm" onClick={cancel}>
            Cancel
          </Button>
        )}
        {!onCancel && draft.found && text === draft.found.text && (
          <>
            <span className="text-sm text-muted">What you had written is back.</span>
            <Button size="sm" variant="ghost" onClick={() => write('')}>
              Discard
            </Button>
          </>
        )}
        <span className="text-xs text-muted max-sm:hidden">
          @ mentions people, {modifierKey} Enter sends, Markdown works
        </span>
        <span role="status" className={length > LENGTH_MAX ? 'text-xs text-danger' : 'text-xs text-muted'}>
          {length > LENGTH_WARN && `${length} of ${LENGTH_MAX} characters`}
        </span>
      </div>
    </form>
  )
}
