import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { repository, run } from './run.mjs'

const OLDEST = 160000
const changelog = join(repository, 'backend/src/main/resources/db/changelog')

/** Whether the database answers, is new enough, and has this version's migrations. */
export function checkDatabase(env, report) {
  const containers = run('scripts/container-engine', 'engine').ok
  if (!env.DATABASE_URL && !containers) {
    const there = existsSync(join(repository, env.DEVSYNC_HOME || '.devsync', 'postgres'))
    report('ok', `The database runs inside the server${there ? '.' : ' and is made at its first start.'}`)
    return
  }
  const version = query('SHOW server_version_num')
  if (!version.ok) {
    report(
      'problem',
      `The database does not answer: ${version.err.split('\n').at(-1)}`,
      env.DATABASE_URL
        ? 'Check DATABASE_URL, the network, and that PostgreSQL runs.'
        : 'make up starts it; make logs says what it says.',
    )
    return
  }
  if (Number(version.out) < OLDEST) {
    report('problem', 'PostgreSQL is older than 16.', 'Upgrade PostgreSQL first.')
  } else {
    report('ok', 'The database answers and is new enough.')
  }
  checkMigrations(report)
}

function checkMigrations(report) {
  const applied = query(
    "SELECT coalesce(to_regclass('ops.databasechangelog')::text, '')",
  ).out
    ? query("SELECT string_agg(id, ' ') FROM ops.databasechangelog").out.split(' ')
    : []
  const known = changesets()
  const missing = known.filter((id) => !applied.includes(id))
  const newer = applied.filter((id) => !known.includes(id))
  if (newer.length > 0) {
    report(
      'problem',
      `The database was migrated by a newer DevSync (${newer.join(', ')}).`,
      'Run that version, or restore a backup made by this one.',
    )
  } else if (missing.length > 0) {
    report('note', `${missing.length} migrations will run at the next start.`, 'make backup first.')
  } else {
    report('ok', 'All migrations have run.')
  }
  if (applied.length > 0) {
    checkNotes(report)
  }
}

function checkNotes(report) {
  const notes = Number(query('SELECT count(*) FROM ops.migration_notes').out)
  if (notes > 0) {
    report(
      'note',
      `Migrations changed ${notes} odd values of the earlier database.`,
      'Read them: scripts/with-env scripts/database psql -c "TABLE ops.migration_notes"',
    )
  }
}

function changesets() {
  return readdirSync(changelog)
    .filter((name) => name.endsWith('.sql'))
    .flatMap((name) => [
      ...readFileSync(join(changelog, name), 'utf8').matchAll(/^-- changeset devsync:(\S+)/gm),
    ])
    .map((match) => match[1])
}

function query(sql) {
  return run('scripts/database', 'psql', '--no-psqlrc', '--tuples-only', '--no-align', '-c', sql)
}
