import type { Browser, BrowserContext, Page } from 'playwright-core'
import { Api, PASSWORD, type Person } from './api'
import { openBrowser } from './browser'
import { layCable, type Cable } from './cable'
import type { Devsync } from './devsync'
import { photograph } from './look'
import { Watch } from './watch'

/** Long enough for a busy machine; nothing waits that long when all is well. */
const PATIENCE_MS = 60_000

/** Everything a journey needs: the API, browsers, and a connection that can be cut. */
export interface Stage {
  api: Api
  /** Breaks and mends the connection between browsers and DevSync. */
  cable: Cable
  watch: Watch
  /** A browser of its own, at the start page, signed out. */
  visitor: () => Promise<Page>
  /** A browser of its own in which the person is signed in. */
  as: (person: Person) => Promise<Page>
  /** Keeps what the browsers show, for whoever looks into a failure. */
  photographAll: (name: string) => Promise<void>
  close: () => Promise<void>
}

function open(browser: Browser, baseURL: string): Promise<BrowserContext> {
  return browser.newContext({
    baseURL,
    viewport: { width: 1280, height: 800 },
    colorScheme: 'light',
    reducedMotion: 'reduce',
    acceptDownloads: true,
    locale: 'en-GB',
  })
}

async function signIn(context: BrowserContext, { name, email }: Person) {
  const answer = await context.request.post('/api/v1/auth/login', { data: { email, password: PASSWORD } })
  if (!answer.ok()) throw new Error(`${name} cannot sign in: ${await answer.text()}`)
}

export async function setStage(devsync: Devsync): Promise<Stage> {
  const origin = `http://localhost:${devsync.doorPort}`
  const cable = await layCable(devsync.doorPort, devsync.clientPort)
  const browser = await openBrowser()
  const watch = new Watch(origin)

  async function newContext() {
    const context = await open(browser, origin)
    context.setDefaultTimeout(PATIENCE_MS)
    watch.over(context)
    return context
  }

  return {
    api: new Api(devsync.serverOrigin),
    cable,
    watch,
    async visitor() {
      // Only the server knows whether somebody is signed in.
      watch.tolerate(/status of 401 .*\/auth\/(me|refresh)/)
      const page = await (await newContext()).newPage()
      await page.goto('/')
      return page
    },
    async as(person) {
      const context = await newContext()
      await signIn(context, person)
      return context.newPage()
    },
    async photographAll(name) {
      const pages = browser.contexts().flatMap((context) => context.pages())
      for (const [index, page] of pages.entries()) await photograph(page, `${name}-${index + 1}`)
    },
    async close() {
      await browser.close()
      await cable.remove()
    },
  }
}
