import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** Measures long boards and lists in the browser; see `docs/frontend.md`. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  test: {
    environment: 'node',
    include: ['*.measure.ts'],
    testTimeout: 300_000,
    hookTimeout: 240_000,
  },
})
