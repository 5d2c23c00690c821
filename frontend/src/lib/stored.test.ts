import { expect, test, vi } from 'vitest'
import { readStored, writeStored } from './stored'

test('a preference is kept under the name of the application, and can be forgotten', () => {
  writeStored('theme', 'dark')
  expect(localStorage.getItem('devsync.theme')).toBe('dark')
  expect(readStored('theme')).toBe('dark')
  writeStored('theme', null)
  expect(localStorage.length).toBe(0)
})

test('where storage is blocked a preference lasts as long as the page', () => {
  const blocked = () => {
    throw new DOMException('The operation is insecure.', 'SecurityError')
  }
  vi.spyOn(Storage.prototype, 'getItem').mockImplementation(blocked)
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(blocked)
  vi.spyOn(Storage.prototype, 'removeItem').mockImplementation(blocked)
  expect(readStored('theme')).toBeNull()
  writeStored('theme', 'dark')
  expect(readStored('theme')).toBe('dark')
  writeStored('theme', null)
  expect(readStored('theme')).toBeNull()
})
