import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { accessSync, constants, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { repository } from '../doctor/run.mjs'

const read = (path) => readFileSync(join(repository, path), 'utf8')
const scripts = readdirSync(join(repository, 'scripts'), { withFileTypes: true })
  .filter((entry) => entry.isFile() && !entry.name.endsWith('.mjs'))
  .map((entry) => `scripts/${entry.name}`)
  .concat('backend/image/healthy', '.ci/run')

for (const path of scripts) {
  test(`${path} is executable, says what it is for, and stops at the first failure`, () => {
    accessSync(join(repository, path), constants.X_OK)
    const text = read(path)
    assert.match(text, /^#!\/(usr\/bin\/env |bin\/)bash\n# [A-Z]/)
    assert.ok(path === 'backend/image/healthy' || text.includes('\nset -euo pipefail\n'))
  })
}

test('shellcheck has nothing to say about any script', () => {
  const { error, stdout, status } = spawnSync('shellcheck', scripts, { cwd: repository, encoding: 'utf8' })
  assert.equal(error, undefined, 'shellcheck is needed: apt-get install shellcheck')
  assert.equal(status, 0, stdout)
})

test('make without a target lists every target with what it does', () => {
  const targets = [...read('Makefile').matchAll(/^\.PHONY: (\S+)$/gm)].map((match) => match[1])
  const { stdout } = spawnSync('make', ['--no-print-directory'], { cwd: repository, encoding: 'utf8' })
  for (const target of targets) {
    assert.match(stdout, new RegExp(`^  make ${target} +\\w`, 'm'))
  }
  for (const target of ['up', 'down', 'logs', 'ps', 'rebuild', 'shell', 'reset', 'backup', 'restore', 'doctor', 'help']) {
    assert.ok(targets.includes(target), target)
  }
})

test('reset deletes nothing unless told so', () => {
  const { status, stdout } = spawnSync('scripts/reset', [], { cwd: repository, encoding: 'utf8', input: 'no\n' })
  assert.equal(status, 1)
  assert.match(stdout, /Nothing was deleted/)
})

test('secrets of an embedded database are left to the server that runs it', () => {
  const { DATABASE_URL, ...env } = process.env
  const { status, stderr } = spawnSync('scripts/reencrypt', [], { cwd: repository, encoding: 'utf8', env })
  assert.equal(status, 1)
  assert.match(stderr, /whenever it starts. Set TOKEN_ENCRYPTION_KEY=<new>,<old>/)
})

test('nothing in the server is reached from its image by a shell, and its build leaves no tools behind', () => {
  const dockerfile = read('backend/Dockerfile')
  const final = dockerfile.slice(dockerfile.lastIndexOf('\nFROM '))
  assert.match(final, /\nFROM debian:bookworm-slim\n/)
  assert.match(final, /\nUSER 10001:10001\n/)
  assert.match(final, /\nENTRYPOINT \["java", /)
  assert.doesNotMatch(final, /apt-get|curl|maven/)
})
