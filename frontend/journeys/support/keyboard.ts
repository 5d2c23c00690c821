import type { Page } from 'playwright-core'
import { expect } from 'vitest'

const MOST_PRESSES = 120

/** What a screen reader would call the element that has focus, as far as this product names its controls. */
function nameOfFocused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement
    if (!element || element === document.body) return ''
    const label = (element as Partial<HTMLInputElement>).labels?.[0]?.textContent
    const name = element.getAttribute('aria-label') ?? label ?? element.textContent ?? ''
    return name.replace(/\s+/g, ' ').replace(/ \*$/, '').trim()
  })
}

/** Whether one sees that the element has focus. */
function isFocusVisible(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const element = document.activeElement
    if (!element) return false
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element)
    return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none'
  })
}

function matches(name: string, wanted: string | RegExp): boolean {
  return typeof wanted === 'string' ? name === wanted : wanted.test(name)
}

/** A person without a mouse. */
export class Keyboard {
  constructor(private readonly page: Page) {}

  press(...keys: string[]): Promise<void> {
    return keys.reduce((before, key) => before.then(() => this.page.keyboard.press(key)), Promise.resolve())
  }

  type(text: string): Promise<void> {
    return this.page.keyboard.type(text)
  }

  /** Waits until focus is there by itself. */
  async isAt(wanted: string | RegExp) {
    await expect.poll(() => nameOfFocused(this.page), { timeout: 30_000 }).toMatch(this.exactly(wanted))
  }

  /** Goes on with the tab key until it is there, and holds that one sees it. */
  async goTo(wanted: string | RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab') {
    let name = ''
    for (let presses = 0; presses < MOST_PRESSES && !matches(name, wanted); presses++) {
      await this.page.keyboard.press(key)
      name = await nameOfFocused(this.page)
    }
    expect(name).toMatch(this.exactly(wanted))
    expect(await isFocusVisible(this.page), `focus on ${name} is seen`).toBe(true)
  }

  private exactly(wanted: string | RegExp): RegExp {
    return typeof wanted === 'string'
      ? new RegExp(`^${wanted.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`)
      : wanted
  }
}
