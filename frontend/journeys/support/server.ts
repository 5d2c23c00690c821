import { spawn, type ChildProcess } from 'node:child_process'
import { createWriteStream, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { JAR, javaHome } from './java'

const START_MS = 180_000
const POLL_MS = 200

export interface RunningServer {
  origin: string
  /** The folder of the embedded PostgreSQL. */
  data: string
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

/** With GitHub at the origin, asked for news often because people in tests wait for them. */
function githubSettings(origin: string, frontend: string) {
  return {
    GITHUB_API_URL: origin,
    GITHUB_OAUTH_URL: origin,
    GITHUB_CLIENT_ID: 'stand-in',
    GITHUB_CLIENT_SECRET: 'stand-in',
    GITHUB_REDIRECT_URI: `${frontend}/api/v1/github/callback`,
    GITHUB_SYNC_INTERVAL_SECONDS: '2',
  }
}

/** The packaged server with an empty database of its own; `frontend` is the origin browsers come from. */
export async function startServer(port: number, frontend: string, github?: string): Promise<RunningServer> {
  if (!existsSync(JAR))
    throw new Error(`${JAR} is missing. Package the server first, or run make test-journeys.`)
  const home = mkdtempSync(join(tmpdir(), 'devsync-journey-'))
  const log = join(home, 'server.log')
  const output = createWriteStream(log)
  const flags = ['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '--enable-native-access=ALL-UNNAMED']
  const server = spawn(join(javaHome(), 'bin/java'), [...flags, '-jar', JAR], {
    cwd: home,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      HOME: home,
      PORT: String(port),
      DEVSYNC_HOME: home,
      FRONTEND_URL: frontend,
      ...(github && githubSettings(github, frontend)),
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
  return { origin, data: join(home, 'postgres'), stop }
}
