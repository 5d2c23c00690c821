import '@testing-library/jest-dom/vitest'
import { cleanup, configure } from '@testing-library/react'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { server } from './server'

// What jsdom lacks and the component libraries ask for. None of it lays anything out.
class NoResizeObserver implements ResizeObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}
globalThis.ResizeObserver ??= NoResizeObserver
Element.prototype.scrollIntoView ??= () => {}
Element.prototype.hasPointerCapture ??= () => false
Element.prototype.setPointerCapture ??= () => {}
Element.prototype.releasePointerCapture ??= () => {}
window.scrollTo = () => {}

// A page and its parts load their code first, and here each file of it is compiled on the way: on a machine
// that is busy with other things the first page of a test file was seen to take seven seconds.
configure({ asyncUtilTimeout: 15_000 })

let unprepared: string[] = []
beforeAll(() =>
  server.listen({
    onUnhandledRequest(request, print) {
      // A page that a test just reached may still be asking when the test ends; such reads are only printed.
      if (request.method !== 'GET') unprepared.push(`${request.method} ${request.url}`)
      print.error()
    },
  }),
)
afterEach(() => {
  cleanup()
  const requests = unprepared
  unprepared = []
  expect(requests, 'changes that no test has prepared').toEqual([])
})
afterEach(() => {
  server.resetHandlers()
  localStorage.clear()
})
afterAll(() => server.close())
