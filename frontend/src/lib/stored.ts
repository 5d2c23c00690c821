/** Preferences of this browser. Storage may be blocked or full; then they last as long as the page. */
const memory = new Map<string, string>()

function name(key: string): string {
  return `devsync.${key}`
}

export function readStored(key: string): string | null {
  try {
    return localStorage.getItem(name(key))
  } catch {
    return memory.get(key) ?? null
  }
}

export function writeStored(key: string, value: string | null) {
  try {
    if (value === null) localStorage.removeItem(name(key))
    else localStorage.setItem(name(key), value)
  } catch {
    if (value === null) memory.delete(key)
    else memory.set(key, value)
  }
}
