import { act, screen } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { toast } from '@/lib/toast'
import { renderComponent } from '@/test/render'
import { Toaster } from './toaster'

const WINDOW = { width: 360, height: 740 }
const MESSAGES = 200

/** Lays out what jsdom does not: messages at one of their two edges, and controls at the height in their value. */
function layOut(element: Element): DOMRect {
  if (element.tagName === 'OL') {
    const top = element.hasAttribute('data-aside') ? 48 : WINDOW.height - MESSAGES
    return new DOMRect(0, top, WINDOW.width, MESSAGES)
  }
  return new DOMRect(16, Number(element.getAttribute('value') ?? 0), 120, 32)
}

beforeEach(() => {
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    return layOut(this)
  })
})

function renderPage() {
  return renderComponent(
    <>
      <button value="100">High</button>
      <button value="700">Low</button>
      <Toaster />
    </>,
  )
}

const control = (name: string) => screen.getByRole('button', { name })
const messages = () => screen.getByRole('list')

test('a message leaves what gets focus in sight, at either edge', () => {
  renderPage()
  act(() => void toast.success('Saved'))
  expect(messages()).not.toHaveAttribute('data-aside')
  control('Low').focus()
  expect(messages()).toHaveAttribute('data-aside')
  control('High').focus()
  expect(messages()).not.toHaveAttribute('data-aside')
})

test('a message does not appear on top of what has focus', () => {
  renderPage()
  control('Low').focus()
  act(() => void toast.success('Saved'))
  expect(messages()).toHaveAttribute('data-aside')
})

test('a message gives way to what comes under it while it is shown', async () => {
  renderPage()
  control('High').focus()
  act(() => void toast.success('Saved'))
  expect(messages()).not.toHaveAttribute('data-aside')
  control('High').setAttribute('value', '650')
  await vi.waitFor(() => expect(messages()).toHaveAttribute('data-aside'))
})

test('a message stays where it is while focus is in it, and the next one begins below', async () => {
  const { user } = renderPage()
  control('Low').focus()
  act(() => void toast.success('Saved'))
  control('Dismiss').focus()
  expect(messages()).toHaveAttribute('data-aside')
  await user.click(control('Dismiss'))
  await vi.waitFor(() => expect(messages()).not.toHaveAttribute('data-aside'))
})
