import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { parse } from 'yaml'
import { repository } from '../doctor/run.mjs'

const FILES = ['docker-compose.local-postgres.yml', 'docker-compose.local.yml']
const here = import.meta.dirname
const read = (name) => parse(readFileSync(join(repository, name), 'utf8'))
const [database, application] = FILES.map(read)

const lint = (path) => {
  const { stdout } = spawnSync(
    join(here, 'node_modules/.bin/dclint'),
    ['--config', join(here, '.dclintrc.json'), '--formatter', 'json', path],
    { encoding: 'utf8' },
  )
  return JSON.parse(stdout).flatMap((file) => file.messages.map((message) => message.message))
}

for (const name of FILES) {
  test(`${name} follows the Compose specification`, () => {
    assert.deepEqual(lint(join(repository, name)), [])
  })
}

test('a file that breaks the specification would be found', () => {
  const broken = join(mkdtempSync(join(tmpdir(), 'devsync-compose-')), 'docker-compose.yml')
  writeFileSync(broken, 'services:\n  backend:\n    image: x:1\n    read_only: {}\n')
  assert.notDeepEqual(lint(broken), [])
})

test('the database is PostgreSQL 16 with a named volume and a health check', () => {
  const service = database.services['devsync-postgres']
  assert.equal(service.image, 'postgres:16')
  assert.deepEqual(service.volumes, ['devsync-postgres-data:/var/lib/postgresql/data'])
  assert.ok('devsync-postgres-data' in database.volumes)
  assert.match(service.healthcheck.test[1], /pg_isready/)
})

test('both files are one project, and the server waits for a healthy database if there is one', () => {
  assert.equal(database.name, application.name)
  assert.deepEqual(application.services.backend.depends_on, {
    'devsync-postgres': { condition: 'service_healthy', required: false },
  })
})

test('ports are settings; database and server are reachable from this machine only', () => {
  assert.deepEqual(application.services.frontend.ports, ['${DEVSYNC_FRONTEND_PORT:-3000}:80'])
  assert.deepEqual(database.services['devsync-postgres'].ports, [
    '127.0.0.1:${DEVSYNC_POSTGRES_PORT:-5432}:5432',
  ])
  assert.deepEqual(application.services.backend.ports, ['127.0.0.1:${DEVSYNC_BACKEND_PORT:-8000}:8000'])
})

test('the management port is not published', () => {
  assert.doesNotMatch(JSON.stringify(application.services.backend.ports), /8081/)
})

test('server and client can write nowhere but where they must', () => {
  for (const service of Object.values(application.services)) {
    assert.equal(service.read_only, true)
    assert.deepEqual(service.cap_drop, ['ALL'])
    assert.deepEqual(service.security_opt, ['no-new-privileges:true'])
  }
  assert.equal(application.services.backend.user, '10001:10001')
  assert.deepEqual(application.services.backend.tmpfs, ['/tmp:size=128m,mode=1777'])
})

test('the server has time for its farewell', () => {
  assert.ok(parseInt(application.services.backend.stop_grace_period) >= 15)
})
