/** Somebody who can be mentioned. */
export interface Mentionable {
  id: number
  name: string
  email: string
}

/** The `@` somebody is typing behind, and what follows it. */
export interface OpenMention {
  start: number
  text: string
}

// An @ at the start or after something that cannot belong to an address, up to the caret.
const OPEN = /(?:^|[^\p{L}\p{N}._+-])@([\p{L}\p{N}._-]*)$/u

export function openMention(text: string, caret: number): OpenMention | null {
  const typed = OPEN.exec(text.slice(0, caret))?.[1]
  return typed === undefined ? null : { start: caret - typed.length - 1, text: typed }
}

const MOST_SUGGESTED = 6

/** Accents and case do not matter when looking for somebody. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

/** People whose name or address has a part beginning with what was typed. */
export function suggestPeople<T extends Mentionable>(people: readonly T[], typed: string): T[] {
  const wanted = plain(typed.replace(/[._-]/g, ' ')).trim()
  return people
    .filter((person) => ` ${plain(person.name)} ${plain(person.email)}`.includes(` ${wanted}`))
    .slice(0, MOST_SUGGESTED)
}

/** How somebody stands in a text: their name with its spaces as dots, which the server recognises. */
function mentionOf(person: Mentionable): string {
  return `@${person.name.trim().replace(/\s+/g, '.')}`
}

export interface Completed {
  text: string
  caret: number
}

export function completeMention(text: string, mention: OpenMention, person: Mentionable): Completed {
  const end = mention.start + 1 + mention.text.length
  const rest = text.slice(end)
  const inserted = `${mentionOf(person)}${/^\s/.test(rest) ? '' : ' '}`
  return { text: text.slice(0, mention.start) + inserted + rest, caret: mention.start + inserted.length }
}

/** Of the people chosen while writing, those whose mention still stands in the text. */
export function stillMentioned(text: string, chosen: readonly Mentionable[]): number[] {
  return [...new Set(chosen.filter((person) => text.includes(mentionOf(person))).map((person) => person.id))]
}
