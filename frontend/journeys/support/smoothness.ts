import type { Page } from 'playwright-core'

/** How a stretch of work went in the browser. Times are in milliseconds. */
export interface Smoothness {
  frames: number
  /** Half, and 95 of 100, of the frames came within this time after the one before. */
  frameP50: number
  frameP95: number
  frameMax: number
  /** Tasks of the main thread of 50 ms or more. */
  longTasks: number
  longTaskMax: number
  /** What long tasks took beyond their first 50 ms. */
  blocked: number
}

interface Recording {
  frames: number[]
  tasks: number[]
  running: boolean
}

declare global {
  interface Window {
    recording?: Recording
  }
}

/** Runs in the page before anything else: notes every long task, and every frame while asked to. */
export function watchSmoothness() {
  const recording: Recording = { frames: [], tasks: [], running: false }
  window.recording = recording
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) recording.tasks.push(duration)
  }).observe({ type: 'longtask', buffered: true })
  let last = performance.now()
  function frame(now: number) {
    if (recording.running) recording.frames.push(now - last)
    last = now
    requestAnimationFrame(frame)
  }
  requestAnimationFrame(frame)
}

const LONG_MS = 50

function share(sorted: readonly number[], part: number): number {
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0)
}

function summary({ frames, tasks }: Recording): Smoothness {
  const sorted = [...frames].sort((a, b) => a - b)
  return {
    frames: sorted.length,
    frameP50: share(sorted, 0.5),
    frameP95: share(sorted, 0.95),
    frameMax: Math.round(sorted.at(-1) ?? 0),
    longTasks: tasks.length,
    longTaskMax: Math.round(Math.max(0, ...tasks)),
    blocked: Math.round(tasks.reduce((sum, task) => sum + task - LONG_MS, 0)),
  }
}

/** What happened since the last call, or since the page began to load. */
export async function smoothnessOf(page: Page, work: () => Promise<void>): Promise<Smoothness> {
  await page.evaluate(() => {
    if (window.recording) Object.assign(window.recording, { frames: [], tasks: [], running: true })
  })
  await work()
  return summary(await recorded(page))
}

/** Loads an address; `ready` in milliseconds is when the locator was there and two frames in a row were quick. */
export async function loadingOf(page: Page, address: string, until: string) {
  await page.goto(address, { waitUntil: 'commit' })
  await page.locator(until).first().waitFor()
  const ready = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const QUICK_MS = 50
        let last = performance.now()
        let quick = 0
        function frame(now: number) {
          quick = now - last < QUICK_MS ? quick + 1 : 0
          last = now
          if (quick === 2) resolve(Math.round(now))
          else requestAnimationFrame(frame)
        }
        requestAnimationFrame(frame)
      }),
  )
  const nodes = await page.evaluate(() => document.getElementsByTagName('*').length)
  const { longTasks, longTaskMax, blocked } = summary(await recorded(page))
  return { ready, nodes, longTasks, longTaskMax, blocked }
}

/** Two frames later the observer has heard of the tasks before them. */
function recorded(page: Page): Promise<Recording> {
  return page.evaluate(
    () =>
      new Promise<Recording>((resolve) => {
        requestAnimationFrame(() =>
          requestAnimationFrame(() => {
            const recording = window.recording ?? { frames: [], tasks: [], running: false }
            recording.running = false
            resolve({ ...recording })
          }),
        )
      }),
  )
}
