import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { repository } from '../doctor/run.mjs'

const read = (path) => readFileSync(join(repository, path), 'utf8')
const all = (text, pattern) => [...text.matchAll(pattern)].map((match) => match[1])

const CHAPTERS = [
  'Encoding and sanitization', 'Validation and business logic', 'Web frontend', 'API and web service', 'File handling',
  'Authentication', 'Session management', 'Authorization', 'Self-contained tokens', 'OAuth and OIDC', 'Cryptography',
  'Secure communication', 'Configuration', 'Data protection', 'Secure coding and architecture',
  'Logging and error handling', 'WebRTC',
]
const alarms = all(read('infra/src/main/java/dev/devsync/infra/Alarms.java'), /\balarm\("(\w+)"/g)

test('the page about security says how each chapter of ASVS 5.0 is met', () => {
  const rows = [...read('docs/security.md').matchAll(/^\| V(\d+) ([^|]+) \| ([^|]+) \|([^|]*)\|$/gm)]
  assert.deepEqual(rows.map(([, number, name]) => `${number} ${name}`), CHAPTERS.map((name, i) => `${i + 1} ${name}`))
  for (const [, number, , how] of rows) {
    assert.ok(how.trim().length > 20 || how.trim() === 'not used', `V${number}`)
  }
})

test('each alarm has a runbook, and each runbook an alarm or a figure that is watched', () => {
  const headings = all(read('docs/operations/runbooks.md'), /^## (.+)$/gm)
  const [ofFigures, ofAlarms] = [headings.filter((each) => each.includes('figure')), headings.filter((each) => !each.includes('figure'))]
  assert.ok(alarms.length > 8)
  assert.deepEqual(ofAlarms.flatMap((each) => each.split(', ')).sort(), [...alarms].sort())
  for (const figure of ofFigures) {
    assert.ok(read('docs/operations/monitoring.md').includes(figure.match(/`(\w+)`/)[1]), figure)
  }
})

test('the page about AWS names each alarm, and for each what stands in for the figures of the runbooks', () => {
  const names = all(read('docs/operations/aws.md'), /^\| (`[A-Z]\w+`(?:, `\w+`)*) \|/gm).flatMap((each) => all(each, /`(\w+)`/g))
  for (const alarm of alarms) {
    assert.equal(names.filter((name) => name === alarm).length, 2, alarm)
  }
})

const slug = (heading) => heading.toLowerCase().replace(/[^\w\- ]/g, '').replaceAll(' ', '-')
const pages = readdirSync(join(repository, 'docs'), { recursive: true })
  .filter((name) => name.endsWith('.md'))
  .map((name) => `docs/${name}`)
  .concat('README.md', 'CONTRIBUTING.md', 'SECURITY.md')

test('every link from one page to another leads somewhere', () => {
  let checked = 0
  for (const page of pages) {
    for (const link of all(read(page), /\]\(([^)\s]+)\)/g).filter((each) => !/^[a-z]+:/.test(each))) {
      const [path, anchor] = link.split('#')
      const target = path ? join(dirname(page), path) : page
      assert.ok(existsSync(join(repository, target)), `${page} -> ${link}`)
      const anchors = () => all(read(target), /^#+ (.+)$/gm).map(slug)
      assert.ok(!anchor || anchors().includes(anchor), `${page} -> ${link}`)
      checked++
    }
  }
  assert.ok(checked > 40)
})
