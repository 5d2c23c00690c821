import { execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from './nginx.mjs'

const INSTALLED = '/usr/lib/postgresql'

/** The programs of the newest PostgreSQL installed here, pg_dump included; null if there is none. */
export const programs = existsSync(INSTALLED)
  ? readdirSync(INSTALLED)
      .sort((a, b) => b - a)
      .map((version) => join(INSTALLED, version, 'bin'))
      .find((folder) => existsSync(join(folder, 'initdb')))
  : null

/** A PostgreSQL for one test. It refuses to run as root, so root lends it to nobody. */
export async function startPostgres() {
  const folder = mkdtempSync(join(tmpdir(), 'devsync-postgres-'))
  const port = await freePort()
  const owner = process.getuid() === 0 ? { uid: 65534, gid: 65534 } : {}
  if (owner.uid) {
    chownSync(folder, owner.uid, owner.gid)
  }
  const data = join(folder, 'data')
  const initdb = ['-D', data, '-U', 'devsync', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '-N']
  execFileSync(join(programs, 'initdb'), initdb, { ...owner, cwd: folder, stdio: 'pipe' })
  const settings = ['-c', 'fsync=off', '-c', `unix_socket_directories=${folder}`]
  const postgres = spawn(join(programs, 'postgres'), ['-D', data, '-p', `${port}`, ...settings], {
    ...owner,
    cwd: folder,
    stdio: 'ignore',
  })
  const psql = (sql, database = 'postgres') =>
    execFileSync(
      join(programs, 'psql'),
      ['-XAtq', '-v', 'ON_ERROR_STOP=1', '-h', '127.0.0.1', '-p', `${port}`, '-U', 'devsync', '-d', database],
      { encoding: 'utf8', input: sql },
    ).trim()
  await untilItAnswers(() => psql('SELECT 1'))
  return {
    port,
    psql,
    url: (database) => `postgresql://devsync:no%20secret@127.0.0.1:${port}/${database}`,
    async stop() {
      const ended = new Promise((resolve) => postgres.once('exit', resolve))
      postgres.kill('SIGINT')
      await ended
      rmSync(folder, { recursive: true })
    },
  }
}

async function untilItAnswers(ask) {
  for (let i = 0; ; i++) {
    try {
      return ask()
    } catch (notYet) {
      if (i === 200) {
        throw notYet
      }
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
}
