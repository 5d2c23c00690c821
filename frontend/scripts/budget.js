import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'

const ROOT = new URL('../', import.meta.url).pathname
const DIST = join(ROOT, 'dist')
/**
 * What people load where they arrive, at the front door and on the page they start from: all of it, with what
 * comes beside the data and after the first paint. Of other pages, what is loaded before their frame is on screen.
 */
const FIRST_LOAD_KB = 200
/** The first visit of any other page, counted in the same way: reports bring a library for charts. */
const WHOLE_KB = 340
/** What the first visit of a signed-in person loads besides the entry: the shell and one page. */
const SHELL = 'src/app/shell/shell.tsx'
/** What the shell fetches by itself once it is on screen. */
const AFTER_PAINT = ['src/components/ui/toaster.tsx', 'src/realtime/connection.ts']
const FRONT_DOOR = /(landing|sign-in|register)-page/
const START = /(my-work|overview)-page/

/** @type {Record<string, { file: string, src?: string, isEntry?: boolean, imports?: string[] }>} */
const manifest = JSON.parse(readFileSync(join(DIST, '.vite/manifest.json'), 'utf8'))

/** All chunks that loading this one pulls in, itself included. */
function closure(key, seen = new Set()) {
  if (seen.has(key)) return seen
  seen.add(key)
  for (const next of manifest[key]?.imports ?? []) closure(next, seen)
  return seen
}

function kilobytes(roots) {
  const keys = new Set(roots.flatMap((root) => [...closure(root)]))
  const files = new Set([...keys].map((key) => manifest[key].file).filter((file) => file.endsWith('.js')))
  const bytes = [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(DIST, file))).length, 0)
  return bytes / 1024
}

/** The source file an import means, or null for a library. */
function resolve(specifier, importer) {
  if (!/^(@\/|\.)/.test(specifier)) return null
  const path = specifier.startsWith('@/')
    ? join('src', specifier.slice(2))
    : join(dirname(importer), specifier)
  return (
    [path, `${path}.ts`, `${path}.tsx`].find(
      (each) => /\.tsx?$/.test(each) && existsSync(join(ROOT, each)),
    ) ?? null
  )
}

const STATIC = /^(?:import|export)(?! type)\b[^;]*?from '([^']+)'/gm
const PRELOADED = /preloadedComponent\(\s*\(\) => import\('([^']+)'\)/g

function specifiers(pattern, text) {
  return [...text.matchAll(pattern)].map((match) => match[1])
}

/** The parts that this source file, and whatever it imports, fetches beside the data. */
function preloadedBy(file, seen = new Set(), parts = new Set()) {
  if (seen.has(file)) return parts
  seen.add(file)
  const text = readFileSync(join(ROOT, file), 'utf8')
  for (const specifier of specifiers(PRELOADED, text)) {
    const part = resolve(specifier, file)
    if (!manifest[part]) throw new Error(`${file} preloads ${specifier}, which is no chunk of the build.`)
    parts.add(part)
    preloadedBy(part, seen, parts)
  }
  for (const specifier of specifiers(STATIC, text)) {
    const imported = resolve(specifier, file)
    if (imported) preloadedBy(imported, seen, parts)
  }
  return parts
}

const entry = Object.keys(manifest).find((key) => manifest[key].isEntry)
const pages = Object.keys(manifest).filter((key) => /^src\/app\/pages\/.*-page\.tsx$/.test(key))
for (const part of AFTER_PAINT) {
  if (!manifest[part]) throw new Error(`${part} is no part of its own any more.`)
}

const loads = pages.map((page) => {
  const frontDoor = FRONT_DOOR.test(page)
  const frame = frontDoor ? [entry, page] : [entry, SHELL, page]
  const whole = [...frame, ...preloadedBy(page), ...(frontDoor ? [] : AFTER_PAINT)]
  const arrival = frontDoor || START.test(page)
  return {
    page: page.replace('src/app/pages/', ''),
    first: kilobytes(arrival ? whole : frame),
    whole: kilobytes(whole),
  }
})

loads.sort((a, b) => b.whole - a.whole || b.first - a.first)
console.log('first load, and all that a page loads by itself (kB of compressed script)')
for (const { page, first, whole } of loads) {
  console.log(`${first.toFixed(1).padStart(7)} ${whole.toFixed(1).padStart(7)}  ${page}`)
}

function check(name, largest, limit) {
  console.log(`${name} is at most ${largest.toFixed(1)} kB of ${limit} kB.`)
  if (largest <= limit) return
  console.error(`${name} must stay under ${limit} kB of compressed script.`)
  process.exitCode = 1
}

if (loads.length === 0) throw new Error('The build has no pages.')
check('First load', Math.max(...loads.map((load) => load.first)), FIRST_LOAD_KB)
check('All that a page loads by itself', Math.max(...loads.map((load) => load.whole)), WHOLE_KB)
