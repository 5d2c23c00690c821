import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

const pictures = fileURLToPath(new URL('../../../artifacts/journeys/', import.meta.url))
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const WIDE = { width: 1280, height: 800 }
const PHONE = { width: 360, height: 740 }

/** Colours are the same on a phone, and the slowest to judge. */
async function expectAccessible(page: Page, where: string, withColours: boolean) {
  await page.evaluate(axe)
  // Text for axe to run on the page: it needs the page's own globals.
  const { violations } = await page.evaluate<AxeResults>(
    `axe.run(document, { rules: { 'color-contrast': { enabled: ${withColours} } } })`,
  )
  const found = violations.map(({ id, help, nodes }) => ({ id, help, at: nodes.map(({ html }) => html) }))
  expect(found, `axe on ${where}`).toEqual([])
}

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
}

/** Photographs the page in both themes and on a phone, and holds each to WCAG. */
export async function look(page: Page, name: string) {
  await settled(page)
  mkdirSync(pictures, { recursive: true })
  for (const [look, theme, size] of [
    ['light', 'light', WIDE],
    ['dark', 'dark', WIDE],
    ['phone', 'light', PHONE],
  ] as const) {
    await page.setViewportSize(size)
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    await page.screenshot({ path: `${pictures}${name}-${look}.png`, animations: 'disabled' })
    await expectAccessible(page, `${name} (${look})`, size !== PHONE)
    if (size === PHONE) await expectNoSidewaysScrolling(page, name)
  }
  await page.setViewportSize(WIDE)
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
}
