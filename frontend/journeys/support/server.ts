import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { createWriteStream, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const JAR = fileURLToPath(new URL('../../../backend/target/devsync-server.jar', import.meta.url))
const JAVA_HOME = fileURLToPath(new URL('../../../scripts/java-home', import.meta.url))
const START_MS = 180_000
const POLL_MS = 200

export interface RunningServer {
  origin: string
  stop: () => Promise<void>
}

async function untilHealthy(origin: string, server: ChildProcess, log: string) {
  const deadline = Date.now() + START_MS
  while (Date.now() < deadline && server.exitCode === null) {
    const healthy = await fetch(`${origin}/health`).then(
      (answer) => answer.ok,
      () => false,
    )
    if (healthy) return
    await new Promise((resolve) => setTimeout(resolve, POLL_MS))
  }
  throw new Error(`The server did not start:\n${readFileSync(log, 'utf8').slice(-4000)}`)
}

/** The packaged server with an empty database of its own; `frontend` is the origin browsers come from. */
export async function startServer(port: number, frontend: string): Promise<RunningServer> {
  if (!existsSync(JAR))
    throw new Error(`${JAR} is missing. Package the server first, or run make test-journeys.`)
  const home = mkdtempSync(join(tmpdir(), 'devsync-journey-'))
  const log = join(home, 'server.log')
  const output = createWriteStream(log)
  const java = join(execFileSync(JAVA_HOME, { encoding: 'utf8' }).trim(), 'bin/java')
  const flags = ['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '--enable-native-access=ALL-UNNAMED']
  const server = spawn(java, [...flags, '-jar', JAR], {
    cwd: home,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      HOME: home,
      PORT: String(port),
      DEVSYNC_HOME: join(home, 'data'),
      FRONTEND_URL: frontend,
      // One person types all of it, faster than a team would.
      RATE_LIMIT_REQUESTS_PER_WINDOW: '100000',
    },
  })
  server.stdout.pipe(output, { end: false })
  server.stderr.pipe(output, { end: false })
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()))

  // Also when the journeys are interrupted.
  const kill = () => server.kill()
  process.once('exit', kill)

  async function stop() {
    process.off('exit', kill)
    kill()
    await ended
    output.close()
    rmSync(home, { recursive: true, force: true })
  }

  const origin = `http://127.0.0.1:${port}`
  try {
    await untilHealthy(origin, server, log)
  } catch (failure) {
    await stop()
    throw failure
  }
  return { origin, stop }
}
