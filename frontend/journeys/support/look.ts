import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { expectAccessible } from './axe'
import { expectFocusSeen } from './focus'

const pictures = fileURLToPath(new URL('../../../artifacts/journeys/', import.meta.url))
const WIDE = { width: 1280, height: 800 }
const PHONE = { width: 360, height: 740 }

/** Themes differ in colours alone, a phone in all but colours; so axe need not do everything three times. */
const looks = [
  ['dark', 'dark', WIDE, 'colours'],
  ['phone', 'light', PHONE, 'withoutColours'],
  ['light', 'light', WIDE, 'everything'],
] as const

async function expectNoSidewaysScrolling(page: Page, where: string) {
  const [needed, given] = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return [scrollWidth, clientWidth]
  })
  expect(needed, `width of ${where}`).toBeLessThanOrEqual(given ?? 0)
}

async function settled(page: Page) {
  await page.locator('h1').first().waitFor()
  await page.waitForFunction(() => document.querySelector('[class*="pulse-soft"]') === null)
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  // Further down the bar at the top covers half of whatever happens to be below it.
  await page.evaluate(() => window.scrollTo(0, 0))
}

export async function photograph(page: Page, name: string) {
  mkdirSync(pictures, { recursive: true })
  await page.screenshot({ path: `${pictures}${name}.png`, animations: 'disabled' })
}

/** Photographs the page in both themes and on a phone, and holds each to WCAG. */
export async function look(page: Page, name: string) {
  for (const [suffix, theme, size, extent] of looks) {
    await page.setViewportSize(size)
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    await settled(page)
    await photograph(page, `${name}-${suffix}`)
    await expectAccessible(page, `${name} (${suffix})`, extent)
    await expectNoSidewaysScrolling(page, `${name} (${suffix})`)
    if (extent !== 'colours') await expectFocusSeen(page, `${name} (${suffix})`)
  }
}

/** Looks at one address after the other. */
export async function lookAt(page: Page, addresses: Readonly<Record<string, string>>) {
  for (const [name, address] of Object.entries(addresses)) {
    await page.goto(address)
    await look(page, name)
  }
}
