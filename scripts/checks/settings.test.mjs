import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { repository } from '../doctor/run.mjs'

const read = (path) => readFileSync(join(repository, path), 'utf8')
const matches = (text, pattern) => new Set([...text.matchAll(pattern)].map((match) => match[1]))
const example = read('.env.example')
const documented = matches(example, /^([A-Z][A-Z0-9_]*)=/gm)

const temporary = (content) => {
  const file = join(mkdtempSync(join(tmpdir(), 'devsync-env-')), '.env')
  if (content !== undefined) {
    writeFileSync(file, content)
  }
  return file
}
const script = (name, args, env) =>
  spawnSync(join(repository, 'scripts', name), args, {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, ...env },
  })

test('.env.example has every variable that the server reads', () => {
  const settings = read('backend/src/main/resources/application.yaml')
  const readByServer = matches(settings, /\$\{([A-Z][A-Z0-9_]*)/g)
  assert.ok(readByServer.size > 20)
  assert.deepEqual([...readByServer].filter((name) => !documented.has(name)), [])
})

test('.env.example has every variable that the compose files read', () => {
  for (const name of ['docker-compose.local.yml', 'docker-compose.local-postgres.yml']) {
    const used = matches(read(name), /\$\{([A-Z][A-Z0-9_]*)/g)
    assert.deepEqual([...used].filter((variable) => !documented.has(variable)), [], name)
  }
})

test('.env.example and the page about configuration agree', () => {
  const page = matches(read('docs/configuration.md'), /`([A-Z][A-Z0-9]*_[A-Z0-9_]*|PORT)`/g)
  const containers = /^(DEVSYNC_(FRONTEND|BACKEND|POSTGRES)_PORT|POSTGRES_\w+)$/
  assert.deepEqual([...page].filter((name) => !documented.has(name)), [])
  assert.deepEqual([...documented].filter((name) => !page.has(name) && !containers.test(name)), [])
})

test('.env.example sets nothing, and says something about each variable', () => {
  let explained = false
  for (const line of example.split('\n')) {
    if (line.startsWith('#')) {
      explained = true
    } else if (line === '') {
      explained = false
    } else {
      assert.match(line, /^[A-Z0-9_]+=$/)
      assert.ok(explained, line)
    }
  }
})

test('a new .env has random secrets and is for its owner only', () => {
  const [first, second] = [temporary(), temporary()].map((file) => {
    assert.equal(script('new-env', [], { DEVSYNC_ENV_FILE: file }).status, 0)
    assert.equal(statSync(file).mode & 0o777, 0o600)
    return readFileSync(file, 'utf8')
  })
  for (const name of ['POSTGRES_PASSWORD', 'JWT_SECRET_KEY', 'TOKEN_ENCRYPTION_KEY']) {
    const secret = first.match(new RegExp(`^${name}=([A-Za-z0-9_-]{48})$`, 'm'))[1]
    assert.ok(!second.includes(secret))
  }
})

test('an .env that exists is left alone', () => {
  const file = temporary('PORT=1\n')
  script('new-env', [], { DEVSYNC_ENV_FILE: file })
  assert.equal(readFileSync(file, 'utf8'), 'PORT=1\n')
})

test('settings are read as Compose reads them, and what is set already wins', () => {
  const file = temporary(
    '# PORT=1\nPORT=2\nEMPTY=\nQUOTED="a b"\nexport EXPORTED=\'$HOME\'\nSET=file\nLAST=$(touch x)',
  )
  const { stdout } = script('with-env', ['env'], { DEVSYNC_ENV_FILE: file, SET: 'before' })
  const lines = stdout.split('\n')
  for (const line of ['PORT=2', 'QUOTED=a b', 'EXPORTED=$HOME', 'SET=before', 'LAST=$(touch x)']) {
    assert.ok(lines.includes(line), line)
  }
  assert.ok(!stdout.includes('EMPTY'))
})
