import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** Tabs and choices act when they get focus; what is open closes when it goes elsewhere. */
const CONTROLS = 'main :is(a[href], button, input, textarea):not(:disabled, [role="tab"], [role="radio"])'
const OPEN = ':is([role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"])'

/** Goes through the page from its end, as with shift and tab, and holds that no bar covers what has focus. */
export async function expectFocusSeen(page: Page, where: string) {
  const covered = await page.evaluate(
    ([controls, open]) => {
      if (document.querySelector(open)) return []
      const before = document.activeElement
      const hidden = [...document.querySelectorAll<HTMLElement>(controls)].reverse().filter((control) => {
        control.focus()
        const { left, top, width, height } = control.getBoundingClientRect()
        const isSeen = document.activeElement === control && width > 1 && height > 1
        const above = document.elementFromPoint(left + width / 2, top + height / 2)
        return isSeen && !control.contains(above) && !above?.contains(control)
      })
      if (before instanceof HTMLElement) before.focus()
      window.scrollTo(0, 0)
      return hidden.map((control) => control.outerHTML.slice(0, 200))
    },
    [CONTROLS, OPEN] as const,
  )
  expect(covered, `what has focus on ${where} and cannot be seen`).toEqual([])
}
