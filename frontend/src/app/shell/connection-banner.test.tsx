import { act, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { Toaster } from '@/components/ui/toaster'
import { setLiveStatus } from '@/realtime/status'
import { renderComponent } from '@/test/render'
import { ConnectionBanner } from './connection-banner'

afterEach(() => {
  vi.useRealTimers()
  act(() => setLiveStatus('off'))
})

function renderBanner() {
  setLiveStatus('live')
  renderComponent(
    <>
      <ConnectionBanner />
      <Toaster />
    </>,
  )
}

test('being offline is said, and so is having caught up', async () => {
  renderBanner()
  act(() => setLiveStatus('offline'))
  expect(await screen.findByText(/You are offline/)).toBeInTheDocument()
  act(() => setLiveStatus('live'))
  expect(await screen.findByText('Back online')).toBeInTheDocument()
  expect(screen.queryByText(/You are offline/)).not.toBeInTheDocument()
})

test('a short interruption is not mentioned, a lasting one is', () => {
  vi.useFakeTimers()
  renderBanner()
  act(() => setLiveStatus('reconnecting'))
  act(() => void vi.advanceTimersByTime(3000))
  expect(screen.queryByText(/Live updates are interrupted/)).not.toBeInTheDocument()
  act(() => void vi.advanceTimersByTime(2000))
  expect(screen.getByText(/Live updates are interrupted/)).toBeInTheDocument()
})
