import type { Page } from 'playwright-core'
import { expect } from 'vitest'

// Of tabs and radio buttons the tab key reaches one; they lie side by side, and a bar covers all of them or none.
const CONTROLS =
  ':is(a[href], button, input, textarea, [role="region"][tabindex]):not(:disabled, [role="tab"], [role="radio"])'
const DIALOGS = ':is([role="dialog"], [role="alertdialog"])'
/** These take the keys to themselves while they are open. */
const MENUS = ':is([role="menu"], [role="listbox"])'

/** Runs in the page. Gives focus to one control after the other and returns those that are then out of sight. */
function coveredControls([controls, dialogs, menus]: readonly [string, string, string]): string[] {
  if (document.querySelector(menus)) return []
  const scope = [...document.querySelectorAll(dialogs)].at(-1) ?? document
  const before = document.activeElement
  const inOrder = [...scope.querySelectorAll<HTMLElement>(controls)].filter(
    (control) => !control.closest('[aria-hidden="true"], [inert]'),
  )

  function isCovered(control: HTMLElement): boolean {
    // What has focus already would stay where it is, even if the window has changed since.
    control.blur()
    control.focus()
    if (document.activeElement !== control) return false
    // What comes into sight with focus does so within a frame, which nobody waits for here.
    for (const animation of document.getAnimations()) animation.finish()
    const { left, top, width, height } = control.getBoundingClientRect()
    if (width <= 1 || height <= 1) return false
    // Of what is larger than the window, the part that is in it.
    const x = (Math.max(left, 0) + Math.min(left + width, innerWidth)) / 2
    const y = (Math.max(top, 0) + Math.min(top + height, innerHeight)) / 2
    const above = document.elementFromPoint(x, y)
    return !control.contains(above) && !above?.contains(control)
  }

  const forwards = inOrder.filter(isCovered)
  const backwards = [...inOrder].reverse().filter(isCovered)
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  if (before instanceof HTMLElement && before !== document.body) before.focus()
  window.scrollTo(0, 0)
  const named = (way: string) => (control: HTMLElement) => `${way}: ${control.outerHTML.slice(0, 200)}`
  return [...forwards.map(named('forwards')), ...backwards.map(named('backwards'))]
}

/** Goes through the page, or the dialog that is open, in both directions: nothing covers what has focus. */
export async function expectFocusSeen(page: Page, where: string) {
  const covered = await page.evaluate(coveredControls, [CONTROLS, DIALOGS, MENUS] as const)
  expect(covered, `what has focus on ${where} and cannot be seen`).toEqual([])
}
