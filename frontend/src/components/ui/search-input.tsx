import { Search, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { cn } from '@/lib/cn'
import { Input } from './input'

const TYPING_PAUSE_MS = 250

interface SearchInputProps {
  label: string
  value: string
  /** Called once typing pauses, and at once when the text is cleared. */
  onChange: (value: string) => void
  placeholder?: string
  className?: string
}

export function SearchInput({ label, value, onChange, placeholder = 'Search', className }: SearchInputProps) {
  const [text, setText] = useState(value)
  const [seen, setSeen] = useState(value)
  const [reported, setReported] = useState(value)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  // The value changed from outside (a link, the back button): show that one.
  if (value !== seen) {
    setSeen(value)
    if (value !== reported) setText(value)
  }
  useEffect(() => () => clearTimeout(timer.current), [])

  function report(next: string) {
    setReported(next)
    onChange(next)
  }

  function type(next: string) {
    setText(next)
    clearTimeout(timer.current)
    if (next === '') report(next)
    else timer.current = setTimeout(() => report(next), TYPING_PAUSE_MS)
  }

  return (
    <div className={cn('relative w-full sm:w-64', className)} role="search" aria-label={label}>
      <Search className="pointer-events-none absolute top-2 left-2.5 size-4 text-faint" aria-hidden />
      <Input
        type="text"
        inputMode="search"
        enterKeyHint="search"
        aria-label={label}
        placeholder={placeholder}
        className="px-8"
        value={text}
        onChange={(event) => type(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && text !== '' && type('')}
      />
      {text && (
        <button
          type="button"
          aria-label="Clear search"
          className="absolute top-1 right-1 rounded-control p-1 text-muted hover:bg-hover hover:text-ink"
          onClick={() => type('')}
        >
          <X className="size-4" aria-hidden />
        </button>
      )}
    </div>
  )
}
