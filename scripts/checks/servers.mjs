import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { repository } from '../doctor/run.mjs'
import { freePort } from './nginx.mjs'

const java = join(execFileSync(join(repository, 'scripts/java-home'), { encoding: 'utf8' }).trim(), 'bin/java')
const jar = join(repository, 'backend/target/devsync-server.jar')

/** A server on a port of its own; it can be stopped and started again. */
export async function aServer(database, settings = {}) {
  const [port, management] = [await freePort(), await freePort()]
  let process_
  return {
    port,
    async start() {
      process_ = spawn(java, ['-XX:+UseSerialGC', '-Xmx300m', '--enable-native-access=ALL-UNNAMED', '-jar', jar], {
        stdio: 'ignore',
        env: {
          PATH: process.env.PATH,
          DATABASE_URL: database,
          DEVSYNC_HOME: mkdtempSync(join(tmpdir(), 'devsync-server-')),
          JWT_SECRET_KEY: 'a secret for this test that both servers share',
          RATE_LIMIT_REQUESTS_PER_WINDOW: '1000000',
          PORT: `${port}`,
          MANAGEMENT_PORT: `${management}`,
          ...settings,
        },
      })
      for (let i = 0; i < 900 && process_.exitCode === null; i++) {
        const ready = await fetch(`http://127.0.0.1:${management}/health/readiness`).catch(() => null)
        if (ready?.ok) {
          return
        }
        await new Promise((resolve) => setTimeout(resolve, 200))
      }
      throw new Error('a server did not become ready')
    },
    /** Asks it to end; how many seconds that took. */
    async stop() {
      const begun = performance.now()
      if (process_.exitCode !== null || process_.signalCode !== null) {
        return 0
      }
      const ended = new Promise((resolve) => process_.once('exit', resolve))
      process_.kill('SIGTERM')
      await ended
      return (performance.now() - begun) / 1000
    },
  }
}
