import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'

const ROOT = new URL('../', import.meta.url).pathname
const DIST = join(ROOT, 'dist')
/** Entry, shell and page: what is loaded before the frame of a page is on screen. */
const FIRST_LOAD_KB = 200
/** The same with the parts that are fetched beside the data: what is loaded before a page shows its content. */
const CONTENT_KB = 340
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
const publicPages = /(landing|sign-in|register)-page/

const loads = pages.map((page) => {
  const roots = publicPages.test(page) ? [entry, page] : [entry, SHELL, page]
  const parts = [...preloadedBy(page)]
  return {
    page: page.replace('src/app/pages/', ''),
    first: kilobytes(roots),
    content: kilobytes([...roots, ...parts]),
  }
})

loads.sort((a, b) => b.content - a.content || b.first - a.first)
console.log('first load, with what the content needs (kB of compressed script)')
for (const { page, first, content } of loads) {
  console.log(`${first.toFixed(1).padStart(7)} ${content.toFixed(1).padStart(7)}  ${page}`)
}

function check(name, largest, limit) {
  console.log(`${name} is at most ${largest.toFixed(1)} kB of ${limit} kB.`)
  if (largest <= limit) return
  console.error(`${name} must stay under ${limit} kB of compressed script.`)
  process.exitCode = 1
}

if (loads.length === 0) throw new Error('The build has no pages.')
check('First load', Math.max(...loads.map((load) => load.first)), FIRST_LOAD_KB)
check('What a page needs for its content', Math.max(...loads.map((load) => load.content)), CONTENT_KB)
