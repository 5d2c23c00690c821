import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { repository } from '../doctor/run.mjs'
import { programs, startPostgres } from './postgres.mjs'

const SCHEMA = `
  CREATE SCHEMA ops;
  CREATE TABLE ops.events (seq bigint PRIMARY KEY, xid xid8 NOT NULL DEFAULT pg_current_xact_id());
  CREATE TABLE tasks (id serial PRIMARY KEY, title text NOT NULL, summary json);
  INSERT INTO tasks (title, summary) VALUES ('Write', '{"z": 1.50,  "a": 2}'), ('Check', NULL);
  INSERT INTO ops.events VALUES (1);
`

let postgres
let folder

before(async () => {
  assert.ok(programs, 'PostgreSQL is needed for this test: apt-get install postgresql')
  postgres = await startPostgres()
  folder = mkdtempSync(join(tmpdir(), 'devsync-backup-'))
  for (const name of ['original', 'other', 'busy', 'broken']) {
    postgres.psql(`CREATE DATABASE ${name}`)
  }
  postgres.psql(SCHEMA, 'original')
})

after(() => postgres?.stop())

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

test('a backup restored elsewhere is the same, down to the text of reports and the next id', () => {
  const file = backup()
  postgres.psql('CREATE TABLE newer (id int); CREATE SCHEMA ops; CREATE TABLE ops.newer ()', 'other')

  const { status, stderr } = script('restore', 'other', file)

  assert.equal(status, 0, stderr)
  const dump = (database) =>
    postgres.psql('SELECT id, title, summary FROM tasks ORDER BY id; SELECT seq FROM ops.events', database)
  assert.equal(dump('other'), dump('original'))
  assert.match(dump('other'), /\{"z": 1\.50, {2}"a": 2\}/)
  assert.equal(postgres.psql("SELECT nextval('tasks_id_seq')", 'other'), '3')
  assert.equal(postgres.psql("SELECT to_regclass('newer') IS NULL AND to_regclass('ops.newer') IS NULL", 'other'), 't')
})

test('events of another cluster count as past', () => {
  assert.equal(script('restore', 'other', backup()).status, 0)
  assert.equal(postgres.psql('SELECT xid FROM ops.events', 'other'), '0')
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
