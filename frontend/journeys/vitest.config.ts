import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** Journeys of people through the built client and the packaged server, one after the other. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  test: {
    environment: 'node',
    include: ['*.journey.ts'],
    globalSetup: ['./support/global-setup.ts'],
    fileParallelism: false,
    testTimeout: 600_000,
    hookTimeout: 240_000,
    expect: { poll: { timeout: 60_000 } },
  },
})
