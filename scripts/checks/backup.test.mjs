import assert from 'node:assert/strict'
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { repository } from '../doctor/run.mjs'
import { programs, startPostgres } from './postgres.mjs'
import { aServer } from './servers.mjs'

const EARLIER = join(repository, 'backend/src/test/resources/dev/devsync/platform/database')
const ACCOUNT = { name: 'Cleo', email: 'cleo@example.com', password: 'password1' }
const KEY = { TOKEN_ENCRYPTION_KEY: 'a key for this test that all servers share' }
const TABLES = `SELECT format('%I.%I', n.nspname, c.relname) FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace
  WHERE n.nspname IN ('public', 'ops') AND relkind = 'r' AND relpersistence = 'p' ORDER BY 1`
/** What means nothing in another cluster, or is there only while somebody migrates. */
const OF_THE_CLUSTER = ['ops.work_changes', 'ops.databasechangeloglock']

let postgres
let folder
let answered

before(async () => {
  assert.ok(programs, 'PostgreSQL is needed for this test: apt-get install postgresql')
  postgres = await startPostgres()
  folder = mkdtempSync(join(tmpdir(), 'devsync-backup-'))
  for (const name of ['original', 'other', 'busy', 'broken']) {
    postgres.psql(`CREATE DATABASE ${name}`)
  }
  answered = await fill('original')
})

after(() => postgres?.stop())

/** A database with rows in every table: an earlier one, migrated and worked with. What it answers to Cleo. */
async function fill(database) {
  for (const file of ['earlier-schema.sql', 'earlier-rows.sql']) {
    postgres.psql(readFileSync(join(EARLIER, file), 'utf8'), database)
  }
  const server = await aServer(postgres.url(database), KEY)
  await server.start()
  try {
    const { token } = (await call(server, 'POST', '/auth/register', ACCOUNT)).user
    postgres.psql("UPDATE users SET role = 'admin' WHERE name = 'Cleo'", database)
    const task = { title: 'Restore', description: 'Of the backup', status: 'todo', assigned_to: 2 }
    const { id } = (await call(server, 'POST', '/tasks', task, token)).task
    await call(server, 'POST', `/tasks/${id}/comments`, { content: 'for @bob' }, token)
    postgres.psql(readFileSync(new URL('rows-of-every-table.sql', import.meta.url), 'utf8'), database)
    return { token, id, seen: await everything(server, token) }
  } finally {
    await server.stop()
  }
}

async function call(server, method, path, body, token) {
  const answer = await fetch(`http://127.0.0.1:${server.port}/api/v1${path}`, {
    method,
    headers: { 'Content-Type': 'application/json', ...(token && { Authorization: `Bearer ${token}` }) },
    body: body && JSON.stringify(body),
  })
  assert.ok(answer.ok, `${path} is answered ${answer.status}`)
  return answer.json()
}

async function everything(server, token) {
  const answers = {}
  for (const path of ['/tasks', '/projects', '/users', '/reports', '/tasks/1/comments', '/admin/settings']) {
    answers[path] = await call(server, 'GET', path, undefined, token)
  }
  return answers
}

const tables = (database) => postgres.psql(TABLES, database).split('\n').filter((name) => !OF_THE_CLUSTER.includes(name))
/** Each table with its rows as text, down to the spaces within JSON; numbers of transactions apart. */
function contents(database) {
  const events = '(SELECT seq, type, project_id, task_id, payload, created_at FROM ops.events)'
  const rows = (table) => `SELECT t::text FROM ${table === 'ops.events' ? events : table} t ORDER BY 1;`
  const all = postgres.psql(tables(database).map((table) => `\\echo \u0001${table}\n${rows(table)}`).join('\n'), database)
  return Object.fromEntries(all.split('\u0001').slice(1).map((part) => part.trim().split(/\n(.*)/s, 2)))
}
/** The statements that make each table, index, trigger and so on. `public` itself is made anew, without a comment. */
const description = (database) =>
  execFileSync(join(programs, 'pg_dump'), ['--schema-only', '--no-owner', '--no-privileges', postgres.url(database)], {
    encoding: 'utf8',
  })
    .split(/^--\n-- Name: /m)
    .slice(1)
    .filter((part) => !/^(SCHEMA )?public;/.test(part))
    .map((part) => part.split('\\unrestrict')[0].replace(/ CHECK .*/g, withoutCasts))
/** PostgreSQL writes `x IN ('a', 'b')` with casts here or there, as it was read from a person or a dump. */
const withoutCasts = (check) => check.replace(/[()]|::(character varying|text)(\[\])?/g, '')
const nextIds = (database) =>
  postgres.psql("SELECT schemaname, sequencename, last_value FROM pg_sequences ORDER BY 1, 2", database)

const script = (name, database, ...args) =>
  spawnSync(join(repository, 'scripts', name), args, {
    encoding: 'utf8',
    cwd: folder,
    env: {
      PATH: `${programs}:${process.env.PATH}`,
      HOME: folder,
      DATABASE_URL: postgres.url(database),
      BACKUPS: folder,
    },
  })
const backup = () => {
  const file = join(folder, `${Math.random()}.dump`)
  const { status, stdout, stderr } = script('backup', 'original', file)
  assert.equal(status, 0, stderr)
  assert.match(stdout, /make restore FILE=/)
  return file
}

test('every table has something to lose', () => {
  const empty = Object.entries(contents('original')).filter(([, rows]) => !rows)
  assert.ok(tables('original').length > 25)
  assert.deepEqual(empty.map(([name]) => name), [])
})

test('a backup restored elsewhere is the same: schema, every row down to the text of reports, next ids', () => {
  const file = backup()
  postgres.psql('CREATE TABLE newer (id int); CREATE SCHEMA ops; CREATE TABLE ops.newer ()', 'other')

  const { status, stderr } = script('restore', 'other', file)

  assert.equal(status, 0, stderr)
  assert.deepEqual(contents('other'), contents('original'))
  assert.match(contents('other')['public.reports'], /1\.50, {2}""a""/)
  assert.equal(nextIds('other'), nextIds('original'))
  assert.deepEqual(description('other'), description('original'))
})

test('a server starts on a restored database, has nothing to migrate, and goes on where the other ended', async () => {
  assert.equal(script('restore', 'other', backup()).status, 0)
  assert.equal(postgres.psql("SELECT string_agg(DISTINCT xid::text, ',') FROM ops.events", 'other'), '0')
  const migrations = postgres.psql('SELECT id, dateexecuted FROM ops.databasechangelog ORDER BY 1', 'other')
  const lastEvent = Number(postgres.psql('SELECT max(seq) FROM ops.events', 'other'))

  const server = await aServer(postgres.url('other'), KEY)
  await server.start()
  try {
    assert.deepEqual(await everything(server, answered.token), answered.seen)
    const { user } = await call(server, 'POST', '/auth/login', ACCOUNT)
    const next = { title: 'Go on', description: 'After the restore', status: 'todo' }
    const { task } = await call(server, 'POST', '/tasks', next, user.token)
    assert.equal(task.id, answered.id + 1)
  } finally {
    await server.stop()
  }
  assert.equal(postgres.psql('SELECT id, dateexecuted FROM ops.databasechangelog ORDER BY 1', 'other'), migrations)
  assert.ok(Number(postgres.psql('SELECT min(seq) FROM ops.events WHERE xid > \'0\'', 'other')) > lastEvent)
})

test('what was there before is backed up first', () => {
  postgres.psql('CREATE TABLE precious AS SELECT 7 AS id', 'other')
  const { stdout } = script('restore', 'other', backup())
  const saved = stdout.match(/Backed up to (\S+)/)[1]
  const { status, stderr } = script('restore', 'other', saved)
  assert.equal(status, 0, stderr)
  assert.equal(postgres.psql('SELECT id FROM precious', 'other'), '7')
})

test('a backup is for its owner only', () => {
  assert.equal(statSync(backup()).mode & 0o777, 0o600)
})

test('a damaged backup changes nothing', () => {
  postgres.psql('CREATE TABLE kept AS SELECT 1 AS id', 'broken')
  const file = backup()
  const content = readFileSync(file)
  for (const damaged of [content.subarray(0, 100), content.subarray(0, content.length - 200), Buffer.from('no dump')]) {
    const path = join(folder, 'damaged.dump')
    writeFileSync(path, damaged)
    assert.notEqual(script('restore', 'broken', path).status, 0)
    assert.equal(postgres.psql('SELECT id FROM kept', 'broken'), '1')
  }
})

test('nothing is restored under a running server', async () => {
  const file = backup()
  postgres.psql('CREATE TABLE kept AS SELECT 1 AS id', 'busy')
  const server = spawn(join(programs, 'psql'), ['-XAtq', postgres.url('busy')], {
    env: { PGAPPNAME: 'devsync', PGPASSWORD: 'x' },
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  server.stdin.write('SELECT 1;\n')
  await new Promise((resolve) => server.stdout.once('data', resolve))
  try {
    const { status, stderr } = script('restore', 'busy', file)
    assert.equal(status, 1)
    assert.match(stderr, /Stop it first: make down/)
    assert.equal(postgres.psql('SELECT id FROM kept', 'busy'), '1')
  } finally {
    server.stdin.end()
  }
})

test('a database that does not answer is a sentence, not an empty file', () => {
  const file = join(folder, 'never.dump')
  const { status } = script('backup', 'nowhere', file)
  assert.notEqual(status, 0)
  assert.throws(() => statSync(file))
  assert.throws(() => statSync(`${file}.part`))
})
