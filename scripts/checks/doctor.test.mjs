import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { repository } from '../doctor/run.mjs'
import { freePort } from './nginx.mjs'
import { programs, startPostgres } from './postgres.mjs'

const LONG = 'a secret that nobody would guess, and long enough'
const changesets = () =>
  spawnSync('bash', ['-c', "sed -n 's/^-- changeset devsync:\\([^ ]*\\).*/\\1/p' backend/src/main/resources/db/changelog/*.sql"], {
    cwd: repository,
    encoding: 'utf8',
  }).stdout.trim().split('\n')

let postgres

before(async () => {
  assert.ok(programs, 'PostgreSQL is needed for this test: apt-get install postgresql')
  postgres = await startPostgres()
})

after(() => postgres?.stop())

const doctor = (env, file = '') => {
  const path = join(mkdtempSync(join(tmpdir(), 'devsync-doctor-')), '.env')
  writeFileSync(path, file)
  chmodSync(path, 0o600)
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(repository, 'scripts/doctor.mjs')], {
    encoding: 'utf8',
    env: {
      PATH: `${programs}:${process.env.PATH}`,
      HOME: process.env.HOME,
      JAVA_HOME: process.env.JAVA_HOME ?? '',
      DEVSYNC_ENV_FILE: path,
      DATABASE_URL: migrated(),
      ...env,
    },
  })
  assert.equal(stderr, '')
  return { status, said: stdout }
}

let number = 0
function migrated(ids = changesets()) {
  const name = `d${++number}`
  postgres.psql(`CREATE DATABASE ${name}`)
  postgres.psql(
    `CREATE SCHEMA ops; CREATE TABLE ops.databasechangelog (id text);
     CREATE TABLE ops.migration_notes (subject text, detail text);
     INSERT INTO ops.databasechangelog VALUES ${ids.map((id) => `('${id}')`).join(',')}`,
    name,
  )
  return postgres.url(name)
}

test('a sound installation is called sound', () => {
  const { said } = doctor({ APP_ENV: 'development', JWT_SECRET_KEY: LONG })
  assert.match(said, /ok +\.env holds only settings that exist/)
  assert.match(said, /ok +JWT_SECRET_KEY is set and long enough/)
  assert.match(said, /ok +All migrations have run/)
  assert.match(said, /ok +This clock and the database's agree/)
})

for (const [what, env, problem, remedy] of [
  ['a production without a key', { APP_ENV: 'production', FRONTEND_URL: 'https://x.example' }, /PROBLEM JWT_SECRET_KEY is not set/, /openssl rand/],
  ['a short key', { JWT_SECRET_KEY: 'short' }, /PROBLEM JWT_SECRET_KEY is shorter than 32 bytes/, /openssl rand/],
  ['a production over http', { APP_ENV: 'production', JWT_SECRET_KEY: LONG }, /PROBLEM FRONTEND_URL is not an https/, /address people type/],
  ['cookies browsers refuse', { JWT_COOKIE_SAMESITE: 'None' }, /PROBLEM JWT_COOKIE_SAMESITE=none needs secure/, /JWT_COOKIE_SECURE=true/],
  ['a number that is none', { RATE_LIMIT_WINDOW_SECONDS: '1m' }, /PROBLEM RATE_LIMIT_WINDOW_SECONDS is "1m"/, /whole number/],
  ['a production misspelt', { APP_ENV: 'prod' }, /PROBLEM APP_ENV is "prod"/, /production, development/],
  ['an unknown kind of log', { LOG_FORMAT: 'xml' }, /PROBLEM LOG_FORMAT is "xml"/, /json, text/],
  ['an address without a scheme', { FRONTEND_URL: 'devsync.example.com' }, /PROBLEM FRONTEND_URL holds/, /https:\/\//],
  ['an origin that is a star', { CORS_ALLOWED_ORIGINS: 'https://a.example, *' }, /PROBLEM CORS_ALLOWED_ORIGINS holds/, /https:\/\//],
  ['half a GitHub', { GITHUB_CLIENT_ID: 'x', GITHUB_API_URL: 'http://127.0.0.1:1' }, /PROBLEM GITHUB_CLIENT_SECRET is not set/, /Copy both/],
  ['a GitHub out of reach', { GITHUB_CLIENT_ID: 'x', GITHUB_CLIENT_SECRET: 'y', GITHUB_API_URL: 'http://127.0.0.1:1' }, /PROBLEM http:\/\/127\.0\.0\.1:1 cannot be reached/, /firewall/],
  ['a wrong callback', { GITHUB_CLIENT_ID: 'x', GITHUB_CLIENT_SECRET: 'y', GITHUB_REDIRECT_URI: 'http://x/oauth', GITHUB_API_URL: 'http://127.0.0.1:1' }, /PROBLEM GITHUB_REDIRECT_URI/, /\/api\/v1\/github\/callback/],
]) {
  test(`${what} is found, with what to do about it`, () => {
    const { status, said } = doctor(env)
    assert.equal(status, 1)
    assert.match(said, problem)
    assert.match(said, remedy)
    assert.ok(!said.includes(LONG))
  })
}

test('a misspelt setting is named', () => {
  const { status, said } = doctor({}, 'JWT_SECRET=x\nPORT=8000\n')
  assert.equal(status, 1)
  assert.match(said, /settings nobody reads: JWT_SECRET\./)
})

test('a database that is away is told from one that is old or new', async () => {
  const away = doctor({ DATABASE_URL: `postgresql://u:geheim@127.0.0.1:${await freePort()}/x` })
  assert.equal(away.status, 1)
  assert.match(away.said, /PROBLEM The database does not answer/)
  assert.doesNotMatch(away.said, /geheim/)

  const behind = doctor({ DATABASE_URL: migrated(changesets().slice(0, -2)) })
  assert.match(behind.said, /note +2 migrations will run at the next start/)

  const ahead = doctor({ DATABASE_URL: migrated([...changesets(), '999-later']) })
  assert.equal(ahead.status, 1)
  assert.match(ahead.said, /PROBLEM The database was migrated by a newer DevSync \(999-later\)/)
})
