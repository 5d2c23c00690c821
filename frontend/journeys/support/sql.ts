import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const PORT_LINE = 3

/** Runs SQL in the embedded PostgreSQL whose folder this is, by psql. */
export function runSql(folder: string, sql: string) {
  const port = readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')[PORT_LINE]?.trim() ?? ''
  const where = ['--host=localhost', `--port=${port}`, '--username=postgres', '--dbname=postgres']
  execFileSync('psql', [...where, '--no-psqlrc', '--quiet', '--set=ON_ERROR_STOP=1'], {
    input: sql,
    env: { ...process.env, PGPASSWORD: 'postgres' },
  })
}
