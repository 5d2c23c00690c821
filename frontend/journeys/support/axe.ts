import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const COLOURS = ['color-contrast', 'link-in-text-block']

/** The size of targets is new in WCAG 2.2 and has to be asked for. */
const everything: RunOptions = { runOnly: WCAG, rules: { 'target-size': { enabled: true } } }

const withoutColours: RunOptions = {
  ...everything,
  rules: { ...everything.rules, ...Object.fromEntries(COLOURS.map((rule) => [rule, { enabled: false }])) },
}

/** What is left to ask of a page that differs in its colours alone, or in its layout alone. */
const options = { everything, colours: { runOnly: COLOURS }, withoutColours }

export type Extent = keyof typeof options

/** Holds the page to axe's rules for WCAG 2.2 AA. */
export async function expectAccessible(page: Page, where: string, extent: Extent = 'everything') {
  await page.evaluate(axe)
  // Text for axe to run on the page: it needs the page's own globals.
  const { violations } = await page.evaluate<AxeResults>(
    `axe.run(document, ${JSON.stringify({ ...options[extent], resultTypes: ['violations'] })})`,
  )
  const found = violations.map(({ id, help, nodes }) => ({ id, help, at: nodes.map(({ html }) => html) }))
  expect(found, `axe on ${where}`).toEqual([])
}
