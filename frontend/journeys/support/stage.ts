import type { Browser, BrowserContext, Page } from 'playwright-core'
import { Api, PASSWORD, type Person } from './api'
import { openBrowser } from './browser'
import { layCable, type Cable } from './cable'
import type { Devsync } from './devsync'

const PATIENCE_MS = 20_000

/** Everything a journey needs: the API, browsers, and a connection that can be cut. */
export interface Stage {
  api: Api
  /** Breaks and mends the connection between browsers and DevSync. */
  cable: Cable
  /** A browser of its own, at the start page, signed out. */
  visitor: () => Promise<Page>
  /** A browser of its own in which the person is signed in. */
  as: (person: Person) => Promise<Page>
  /** What went wrong in any of the browsers, as their consoles say it. */
  complaints: string[]
  close: () => Promise<void>
}

function listen(page: Page, complaints: string[]) {
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) complaints.push(message.text())
  })
}

async function open(browser: Browser, origin: string, complaints: string[]): Promise<[BrowserContext, Page]> {
  const context = await browser.newContext({
    baseURL: origin,
    viewport: { width: 1280, height: 800 },
    colorScheme: 'light',
    reducedMotion: 'reduce',
    acceptDownloads: true,
    locale: 'en-GB',
  })
  context.setDefaultTimeout(PATIENCE_MS)
  const page = await context.newPage()
  listen(page, complaints)
  return [context, page]
}

export async function setStage(devsync: Devsync): Promise<Stage> {
  const origin = `http://localhost:${devsync.doorPort}`
  const cable = await layCable(devsync.doorPort, devsync.clientPort)
  const browser = await openBrowser()
  const complaints: string[] = []

  return {
    api: new Api(devsync.serverOrigin),
    cable,
    complaints,
    async visitor() {
      const [, page] = await open(browser, origin, complaints)
      await page.goto('/')
      return page
    },
    async as(person) {
      const [context, page] = await open(browser, origin, complaints)
      const answer = await context.request.post('/api/v1/auth/login', {
        data: { email: person.email, password: PASSWORD },
      })
      if (!answer.ok()) throw new Error(`${person.name} cannot sign in: ${await answer.text()}`)
      return page
    },
    async close() {
      await browser.close()
      await cable.remove()
    },
  }
}
