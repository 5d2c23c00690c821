import type { BrowserContext } from 'playwright-core'

/** Hears what browsers complain about: errors on the console and on pages, and requests to strangers. */
export class Watch {
  private readonly heard: string[] = []
  private readonly provoked = new Map<RegExp, boolean>()
  private readonly known: Set<string>

  constructor(origin: string) {
    this.known = new Set([origin])
  }

  over(context: BrowserContext) {
    context.on('weberror', (problem) => this.heard.push(String(problem.error())))
    context.on('console', (message) => {
      if (message.type() === 'error') this.heard.push(`${message.text()} ${message.location().url}`)
    })
    context.on('request', (request) => this.expectKnown(request.url()))
    context.on('page', (page) => page.on('websocket', (socket) => this.expectKnown(socket.url())))
  }

  /** A journey that breaks something says so; a complaint that then does not come is a failure too. */
  provoke(pattern: RegExp) {
    this.provoked.set(pattern, false)
  }

  /** Like `provoke`, for what need not come. */
  tolerate(pattern: RegExp) {
    this.provoked.set(pattern, true)
  }

  /** Another origin that browsers are sent to on purpose. */
  welcome(origin: string) {
    this.known.add(origin)
  }

  complaints(): string[] {
    const patterns = [...this.provoked]
    const unexpected = this.heard.filter((text) => !patterns.some(([pattern]) => pattern.test(text)))
    const missing = patterns
      .filter(([pattern, optional]) => !optional && !this.heard.some((text) => pattern.test(text)))
      .map(([pattern]) => `Nothing complained about ${pattern}`)
    return [...unexpected, ...missing]
  }

  private expectKnown(address: string) {
    const { protocol, origin } = new URL(address.replace(/^ws/, 'http'))
    if (protocol.startsWith('http') && !this.known.has(origin)) this.heard.push(`Request to ${address}`)
  }
}
