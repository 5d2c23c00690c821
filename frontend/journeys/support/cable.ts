import { connect, createServer, type Socket } from 'node:net'

export interface Cable {
  cut: () => void
  mend: () => void
  remove: () => Promise<void>
}

/** Carries bytes from one port to another until it is cut; then open connections break and new ones are refused. */
export async function layCable(from: number, to: number): Promise<Cable> {
  let whole = true
  const ends = new Set<Socket>()
  const relay = createServer((near) => {
    if (!whole) {
      near.destroy()
      return
    }
    const far = connect(to, '127.0.0.1')
    for (const [end, other] of [
      [near, far],
      [far, near],
    ] as const) {
      ends.add(end)
      end.on('error', () => other.destroy())
      end.on('close', () => {
        ends.delete(end)
        other.destroy()
      })
      end.pipe(other)
    }
  })
  await new Promise<void>((resolve) => relay.listen(from, '127.0.0.1', resolve))

  function cut() {
    whole = false
    for (const end of ends) end.destroy()
  }

  return {
    cut,
    mend: () => {
      whole = true
    },
    remove: () => {
      cut()
      return new Promise((resolve) => relay.close(() => resolve()))
    },
  }
}
