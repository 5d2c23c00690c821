/** Somebody a text can mention. */
interface Mentionable {
  id: number
  name: string
  email: string
  github_username: string | null
}

/** Who is meant by what may follow an `@`, in lower case. */
export type MentionNames = ReadonlyMap<string, number>

/** A part of a text, from and up to these positions. */
export interface Span {
  start: number
  end: number
}

/** Addresses and GitHub names are unique; what is made of a name may fit several people. */
function namesOf({ name, email, github_username: github }: Mentionable) {
  const parts = name.trim().toLowerCase().split(/\s+/)
  return {
    certain: [email, github ?? ''].map((each) => each.toLowerCase()),
    likely: new Set([
      email.toLowerCase().split('@')[0] ?? '',
      ...['', '.', '_', '-'].map((joint) => parts.join(joint)),
      `"${name.trim().toLowerCase()}"`,
    ]),
  }
}

/** What the server takes for a mention of these people. What fits several of them mentions nobody. */
export function mentionNames(people: readonly Mentionable[]): MentionNames {
  const likely = new Map<string, number | null>()
  const certain = new Map<string, number>()
  for (const person of people) {
    const names = namesOf(person)
    for (const name of names.certain) certain.set(name, person.id)
    for (const name of names.likely) likely.set(name, likely.has(name) ? null : person.id)
  }
  const known = [...likely].filter((entry): entry is [string, number] => entry[1] !== null)
  const names = new Map([...known, ...certain])
  names.delete('')
  return names
}

// An @ that does not belong to an address, and what may be a name after it.
const CANDIDATE = /(?<![\p{L}\p{N}._+-])@("[^"\n]+"|[\p{L}\p{N}._+@-]+)/gu
const NAME_GOES_ON = /^[\p{L}\p{N}]/u

/** Where the text mentions somebody: the longest name that fits and that no letter or digit follows. */
export function mentionsIn(text: string, names: MentionNames): Span[] {
  const spans: Span[] = []
  for (const { index, 1: candidate = '' } of text.matchAll(CANDIDATE)) {
    for (let length = candidate.length; length > 0; length--) {
      if (!names.has(candidate.slice(0, length).toLowerCase())) continue
      if (NAME_GOES_ON.test(candidate.slice(length))) continue
      spans.push({ start: index, end: index + 1 + length })
      break
    }
  }
  return spans
}
