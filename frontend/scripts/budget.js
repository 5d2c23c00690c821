import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

const DIST = new URL('../dist/', import.meta.url).pathname
const LIMIT_KB = 200
/** What the first visit of a signed-in person loads besides the entry: the shell and one page. */
const SHELL = 'src/app/shell/shell.tsx'

/** @type {Record<string, { file: string, src?: string, isEntry?: boolean, imports?: string[] }>} */
const manifest = JSON.parse(readFileSync(join(DIST, '.vite/manifest.json'), 'utf8'))

/** All chunks that loading this one pulls in, itself included. */
function closure(key, seen = new Set()) {
  if (seen.has(key)) return seen
  seen.add(key)
  for (const next of manifest[key]?.imports ?? []) closure(next, seen)
  return seen
}

function kilobytes(keys) {
  const files = new Set([...keys].map((key) => manifest[key].file).filter((file) => file.endsWith('.js')))
  const bytes = [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(DIST, file))).length, 0)
  return bytes / 1024
}

const entry = Object.keys(manifest).find((key) => manifest[key].isEntry)
const pages = Object.keys(manifest).filter((key) => /^src\/app\/pages\/.*-page\.tsx$/.test(key))
const publicPages = /(landing|sign-in|register)-page/

const loads = pages.map((page) => {
  const roots = publicPages.test(page) ? [entry, page] : [entry, SHELL, page]
  const keys = new Set(roots.flatMap((root) => [...closure(root)]))
  return { page: page.replace('src/app/pages/', ''), size: kilobytes(keys) }
})

loads.sort((a, b) => b.size - a.size)
for (const { page, size } of loads) console.log(`${size.toFixed(1).padStart(7)} kB  ${page}`)

const worst = loads[0]
if (worst === undefined || worst.size > LIMIT_KB) {
  console.error(`First load must stay under ${LIMIT_KB} kB of compressed script.`)
  process.exit(1)
}
console.log(`First load is at most ${worst.size.toFixed(1)} kB of ${LIMIT_KB} kB.`)
