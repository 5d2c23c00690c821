import { cn } from '@/lib/cn'

const tones = [
  'bg-info-tint text-info',
  'bg-success-tint text-success',
  'bg-warning-tint text-warning',
  'bg-review-tint text-review',
  'bg-selected text-accent-text',
] as const

const sizes = { sm: 'size-5 text-[0.5625rem]', md: 'size-7 text-2xs', lg: 'size-10 text-base' }

function initials(name: string): string {
  const words = name.trim().split(/\s+/)
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map(
    (word) => [...(word ?? '')][0] ?? '',
  )
  return letters.join('').toUpperCase()
}

interface AvatarProps {
  name: string
  /** Chooses the colour, so that two people of one name differ. */
  id?: number
  size?: keyof typeof sizes
  className?: string
}

/** Decoration beside a name; where it stands alone, give the name in a tooltip or label. */
export function Avatar({ name, id = name.length, size = 'md', className }: AvatarProps) {
  return (
    <span
      aria-hidden
      className={cn(
        'inline-flex shrink-0 items-center justify-center rounded-full font-semibold select-none',
        tones[id % tones.length],
        sizes[size],
        className,
      )}
    >
      {initials(name)}
    </span>
  )
}
