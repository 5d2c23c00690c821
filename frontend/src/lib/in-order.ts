const tails = new Map<string, Promise<unknown>>()

/** Runs work of the same key one after the other, so that a quick second edit builds on the first one's answer. */
export function inOrder<T>(key: string, work: () => Promise<T>): Promise<T> {
  const previous = tails.get(key) ?? Promise.resolve()
  const result = previous.then(work, work)
  const tail = result.then(
    () => undefined,
    () => undefined,
  )
  tails.set(key, tail)
  void tail.then(() => {
    if (tails.get(key) === tail) tails.delete(key)
  })
  return result
}
