import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { accessSync, constants, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
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

/** Runs a command here with a docker that does this, and without DATABASE_URL. */
function withDocker(does, command, ...args) {
  const folder = mkdtempSync(join(tmpdir(), 'devsync-docker-'))
  writeFileSync(join(folder, 'docker'), `#!/bin/sh\n${does}\n`, { mode: 0o755 })
  const { DATABASE_URL, ...env } = process.env
  const PATH = `${folder}:${process.env.PATH}`
  return spawnSync(command, args, { cwd: repository, encoding: 'utf8', env: { ...env, PATH }, input: '' })
}

test('psql in the container has a terminal when there is one, and a backup has none', () => {
  const piped = withDocker('echo "$@"', 'scripts/database', 'pg_dump')
  assert.match(piped.stdout, / exec --no-TTY --env .* devsync-postgres pg_dump\n/)

  const atTerminal = withDocker('echo "$@"', 'script', '-qec', 'scripts/database psql', '/dev/null')
  assert.match(atTerminal.stdout, / exec --env .* devsync-postgres psql/)
})

test('the database in the container is started, and waited for, where it does not run', () => {
  const told = mkdtempSync(join(tmpdir(), 'devsync-told-'))
  // This Compose reads whatever it is given; the tool must get its input all the same.
  const stopped = `case "$*" in info) ;; *" ps "*) cat >&2 ;; *) echo "$@" >>${told}/docker; cat ;; esac`
  const restored = withDocker(stopped, 'bash', '-c', 'echo the backup | scripts/database pg_restore')
  assert.equal(restored.stdout, 'the backup\n')
  assert.match(
    readFileSync(join(told, 'docker'), 'utf8'),
    / up --detach --wait devsync-postgres\n.* exec --no-TTY .* devsync-postgres pg_restore\n/,
  )

  const running = withDocker('echo "$@"', 'scripts/database', 'pg_restore')
  assert.doesNotMatch(running.stdout + running.stderr, / up /)
})

for (const script of ['database psql', 'backup', 'restore README.md']) {
  test(`without Docker, ${script} says what to do with an embedded database`, () => {
    const { status, stderr } = withDocker('exit 1', 'bash', '-c', `BACKUPS=$(mktemp -d) scripts/${script}`)
    assert.equal(status, 1)
    assert.doesNotMatch(stderr, /is no backup/)
    assert.match(stderr, /embedded PostgreSQL.*\n.*set DATABASE_URL in \.env\.\n.*stop the server, then copy the folder/)
  })
}
