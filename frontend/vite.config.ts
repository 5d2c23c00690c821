import { fileURLToPath } from 'node:url'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

const backend = process.env.DEVSYNC_API_URL ?? 'http://localhost:8000'

const SHARED_BY = 8
/** Shared by many dialogs and lists, but by no first screen: forms, what one chooses from, and what keeps focus. */
const LATER =
  /node_modules\/(react-hook-form|@hookform|zod|cmdk|@radix-ui\/react-(select|alert-dialog))\/|\/(ui\/(combobox|select|alert-dialog)|domain\/.*-(select|picker|filters?)|lib\/last-focus)\.tsx?$/
/** The icons of the list of pages, which the frame always brings. */
const NAVIGATION =
  /lucide-react\/.*\/(layout-dashboard|list-todo|folder-kanban|folder-git-2|git-pull-request|scroll-text)\.m?js$/

export default defineConfig({
  plugins: [react(), tailwindcss()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  server: {
    port: 3000,
    strictPort: true,
    proxy: {
      '/api': backend,
      '/socket.io': { target: backend, ws: true },
    },
  },
  build: {
    manifest: true,
    // Fonts and icons stay files of their own: the content security policy forbids data: sources.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        // What many pages share comes in one file: dozens of small ones compress worse and cost a request each.
        codeSplitting: {
          groups: [
            { name: 'shared', minShareCount: SHARED_BY, test: (id) => !LATER.test(id) },
            { name: 'navigation', test: NAVIGATION },
          ],
        },
      },
    },
  },
  test: {
    environment: 'jsdom',
    setupFiles: ['./src/test/setup.ts'],
    css: false,
    restoreMocks: true,
    unstubGlobals: true,
    // The modules live as long as they do in a browser tab, instead of being loaded again for each file: that
    // took longer than the tests. What they remember is cleared after each test (src/test/setup.ts).
    isolate: false,
    maxWorkers: '100%',
    testTimeout: 60_000,
    coverage: {
      provider: 'v8',
      include: ['src/**/*.{ts,tsx}'],
      exclude: ['src/test/**', 'src/**/*.test.{ts,tsx}', 'src/api/schema.d.ts', 'src/main.tsx'],
      reporter: ['text-summary', 'html', 'json'],
      thresholds: { lines: 85, functions: 85, branches: 85 },
    },
  },
})
