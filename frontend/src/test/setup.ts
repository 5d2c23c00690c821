import '@testing-library/jest-dom/vitest'
import { cleanup, configure } from '@testing-library/react'
import { afterAll, afterEach, beforeAll, expect, vi } from 'vitest'
import { forgetDrafts } from '@/lib/drafts'
import { clearToasts } from '@/lib/toast'
import { changesUnderWay, forgetClients, stopLoading } from './clients'
import { requestsUnderWay, server, takeUnprepared } from './server'

// What jsdom lacks and the component libraries ask for. None of it lays anything out.
class NoResizeObserver implements ResizeObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}
globalThis.ResizeObserver ??= NoResizeObserver
window.matchMedia ??= (media) =>
  Object.assign(new EventTarget(), {
    media,
    matches: false,
    onchange: null,
    addListener() {},
    removeListener() {},
  })
Element.prototype.scrollIntoView ??= () => {}
Element.prototype.hasPointerCapture ??= () => false
Element.prototype.setPointerCapture ??= () => {}
Element.prototype.releasePointerCapture ??= () => {}
window.scrollTo = () => {}
HTMLCanvasElement.prototype.getContext = () => null

// Parts of a page load their code when they are first shown, and here each file of it is compiled on the way.
configure({ asyncUtilTimeout: 15_000 })

const turnOfTheLoop = () => new Promise((resolve) => setImmediate(resolve))

function isQuiet(): boolean {
  return requestsUnderWay() === 0 && changesUnderWay() === 0
}

/** Waits until no code is on its way, and nothing is asked any more, nor asked next by what just came back. */
async function untilQuiet() {
  await vi.dynamicImportSettled()
  do {
    await vi.waitUntil(isQuiet, { timeout: 10_000, interval: 2 })
    await turnOfTheLoop()
  } while (!isQuiet())
}

beforeAll(() => server.listen())
// In this order, in one hook: only a page that was left asks for nothing more, so that everything it asked for
// can be judged while the answers a test has prepared are still there.
afterEach(async () => {
  cleanup()
  stopLoading()
  await untilQuiet()
  forgetClients()
  clearToasts()
  forgetDrafts()
  localStorage.clear()
  server.resetHandlers()
  expect(takeUnprepared(), 'requests that no test has prepared').toEqual([])
})
afterAll(() => server.close())
