import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { freePort } from '../nginx.mjs'
import { engine } from './engine.mjs'

const tag = process.env.IMAGE_TAG ?? 'local'
export const SERVER = `devsync-server:${tag}`
export const CLIENT = `devsync-client:${tag}`

/** What an installation sets, and the memory it gives: 38 % of 512 MB are for the heap. */
export const settings = (postgres) => ({
  JAVA_TOOL_OPTIONS: '-XX:MaxRAM=512m',
  APP_ENV: 'production',
  DATABASE_URL: postgres.url('devsync'),
  JWT_SECRET_KEY: 'a secret for this test that is long enough',
  TOKEN_ENCRYPTION_KEY: 'a key for this test that is long enough',
})

/** The server of the image, healthy, and after how many seconds it was. */
export async function startServer(settings) {
  const free = { PORT: `${await freePort()}`, MANAGEMENT_PORT: `${await freePort()}` }
  const env = { ...free, ...settings }
  return started(SERVER, env, `http://127.0.0.1:${env.PORT}`, '/health')
}

/** The client's nginx, which stands in front of a server. It has port 80, as in its container. */
export async function startClient(server) {
  const env = { API_UPSTREAM: server, DNS_RESOLVER: '127.0.0.1' }
  return started(CLIENT, env, 'http://127.0.0.1', '/', {
    may: ['CHOWN', 'NET_BIND_SERVICE', 'SETGID', 'SETUID'],
    // The last two are where Debian's nginx has what the public image keeps in the others.
    writable: ['/etc/nginx/conf.d', '/run', '/tmp', '/var/cache/nginx', '/var/log/nginx', '/var/lib/nginx'],
  })
}

async function started(image, env, address, sign, options) {
  const start = engine.prepare(image, env, options)
  const begun = performance.now()
  const child = start()
  let log = ''
  child.stdout.on('data', (chunk) => (log += chunk))
  child.stderr.on('data', (chunk) => (log += chunk))
  for (;;) {
    assert.equal(child.exitCode, null, log)
    if (await fetch(address + sign).then((answer) => answer.ok, () => false)) {
      return { child, address, log: () => log, seconds: (performance.now() - begun) / 1000 }
    }
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

/** What the image's own health check says of a running container, and after how many seconds. */
export function health(image, { child }) {
  const [kind, ...command] = engine.inspect(image).Healthcheck.Test
  assert.equal(kind, 'CMD')
  const begun = performance.now()
  return { healthy: engine.execute(child, command) === 0, seconds: (performance.now() - begun) / 1000 }
}

/** Stops all processes of a container where they are, so that it accepts connections and answers none. */
export function freeze({ child }, signal = 'SIGSTOP') {
  const main = engine.processId(child)
  const others = readFileSync(`/proc/${main}/task/${main}/children`, 'utf8').split(' ').filter(Boolean)
  ;[main, ...others.map(Number)].forEach((pid) => process.kill(pid, signal))
}

/** Asks a container to end; how many seconds that took. */
export async function stop({ child }) {
  const begun = performance.now()
  const ended = new Promise((resolve) => child.once('close', resolve))
  child.kill('SIGTERM')
  await ended
  return (performance.now() - begun) / 1000
}
