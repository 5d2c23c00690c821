import { useQuery } from '@tanstack/react-query'
import { useId, useRef, useState, type KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'
import type { UserFull } from '@/api/types'
import { usersQuery } from '@/api/users'
import { Person } from '@/components/domain/person'
import { Button } from '@/components/ui/button'
import { Textarea } from '@/components/ui/input'
import { menuSurfaceClasses } from '@/components/ui/menu-classes'
import { announce } from '@/lib/announce'
import { cn } from '@/lib/cn'
import { completeMention, openMention, suggestPeople, type OpenMention } from '../mentions'

interface MentionInputProps {
  id?: string | undefined
  label: string
  value: string
  /** With the person, if the change completed a mention. */
  onChange: (value: string, mentioned?: UserFull) => void
  onKeyDown?: (event: KeyboardEvent) => void
  takesFocus?: boolean
}

/** A text in which an @ offers people to mention. */
export function MentionInput({
  id,
  label,
  value,
  onChange,
  onKeyDown,
  takesFocus = false,
}: MentionInputProps) {
  const listId = useId()
  const field = useRef<HTMLTextAreaElement | null>(null)
  const { data: people = [], error, refetch } = useQuery(usersQuery())
  const [mention, setMention] = useState<OpenMention | null>(null)
  const [highlighted, setHighlighted] = useState(0)
  const suggestions = mention ? suggestPeople(people, mention.text) : []
  const open = suggestions.length > 0
  const optionId = (index: number) => `${listId}-${index}`

  function look(text: string, caret: number) {
    const next = openMention(text, caret)
    setMention(next)
    setHighlighted(0)
    const count = next ? suggestPeople(people, next.text).length : 0
    if (count > 0 && next?.text !== mention?.text) {
      announce(
        `${count === 1 ? '1 person' : `${count} people`} to mention. Arrow keys choose, enter inserts.`,
      )
    }
  }

  function choose(person: UserFull | undefined) {
    if (!mention || !person) return
    const completed = completeMention(value, mention, person)
    // At once, so that what is typed next goes behind the name and not where the caret was.
    flushSync(() => {
      onChange(completed.text, person)
      setMention(null)
    })
    field.current?.focus()
    field.current?.setSelectionRange(completed.caret, completed.caret)
  }

  function onListKey(event: KeyboardEvent): boolean {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) setHighlighted((highlighted + step + suggestions.length) % suggestions.length)
    else if (event.key === 'Enter' || event.key === 'Tab') choose(suggestions[highlighted])
    else if (event.key === 'Escape') setMention(null)
    else return false
    return true
  }

  return (
    <div className="relative">
      <Textarea
        ref={field}
        id={id}
        // Only forms that a press has opened ask for it.
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus={takesFocus}
        aria-label={label}
        placeholder={label}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls={open ? listId : undefined}
        aria-activedescendant={open ? optionId(highlighted) : undefined}
        value={value}
        onChange={(event) => {
          onChange(event.target.value)
          look(event.target.value, event.target.selectionStart)
        }}
        onKeyDown={(event) => {
          if (open && !event.nativeEvent.isComposing && onListKey(event)) {
            event.preventDefault()
            event.stopPropagation()
          } else onKeyDown?.(event)
        }}
        onBlur={() => setMention(null)}
      />
      {mention && error && people.length === 0 && (
        <p role="alert" className="flex flex-wrap items-center gap-2 pt-1 text-sm text-danger">
          The people to mention could not be loaded.
          <Button
            size="sm"
            // Keeps focus, and with it the open mention, in the field.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => void refetch()}
          >
            Try again
          </Button>
        </p>
      )}
      {open && (
        <div
          id={listId}
          role="listbox"
          aria-label="People to mention"
          className={cn(menuSurfaceClasses, 'absolute top-full left-0 mt-1 w-64 max-w-full')}
        >
          {suggestions.map((person, index) => (
            // The keys are handled by the field, where focus stays.
            // eslint-disable-next-line jsx-a11y/click-events-have-key-events
            <div
              key={person.id}
              id={optionId(index)}
              role="option"
              aria-selected={index === highlighted}
              tabIndex={-1}
              className={cn(
                'flex min-h-8 cursor-default items-center rounded-control px-2',
                index === highlighted && 'bg-hover',
              )}
              // Keeps focus, and with it this list, in the field.
              onMouseDown={(event) => event.preventDefault()}
              onMouseEnter={() => setHighlighted(index)}
              onClick={() => choose(person)}
            >
              <Person id={person.id} name={person.name} />
            </div>
          ))}
        </div>
      )}
    </div>
  )
}
