import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { freePort } from '../nginx.mjs'
import { startPostgres } from '../postgres.mjs'
import { engine, files, sizes } from './engine.mjs'

const MB = 1_000_000
const tag = process.env.IMAGE_TAG ?? 'local'
const SERVER = `devsync-server:${tag}`
const CLIENT = `devsync-client:${tag}`

let postgres

before(async () => {
  postgres = await startPostgres()
  postgres.psql('CREATE DATABASE devsync')
})

after(() => postgres?.stop())

async function startServer(t, overrides = {}) {
  const [PORT, MANAGEMENT_PORT] = [`${await freePort()}`, `${await freePort()}`]
  const begun = performance.now()
  const child = engine.run(SERVER, {
    APP_ENV: 'production',
    DATABASE_URL: postgres.url('devsync'),
    JWT_SECRET_KEY: 'a secret for this test that is long enough',
    PORT,
    MANAGEMENT_PORT,
    ...overrides,
  })
  let log = ''
  child.stdout.on('data', (chunk) => (log += chunk))
  child.stderr.on('data', (chunk) => (log += chunk))
  const server = { child, address: `http://127.0.0.1:${PORT}`, log: () => log }
  for (;;) {
    assert.equal(child.exitCode, null, log)
    if (await fetch(`${server.address}/health`).then((answer) => answer.ok, () => false)) {
      server.seconds = (performance.now() - begun) / 1000
      t.diagnostic(`healthy after ${server.seconds.toFixed(1)} s`)
      return server
    }
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

async function stop(server) {
  const begun = performance.now()
  const ended = new Promise((resolve) => server.child.once('exit', resolve))
  server.child.kill('SIGTERM')
  await ended
  return (performance.now() - begun) / 1000
}

test('the server takes less than 330 MB, and less than 160 MB packed', (t) => {
  const { unpacked, packed } = sizes(SERVER)
  t.diagnostic(`server: ${Math.round(unpacked / MB)} MB unpacked, ${Math.round(packed / MB)} MB packed`)
  assert.ok(unpacked < 330 * MB)
  assert.ok(packed < 160 * MB)
})

test('the client is small', (t) => {
  const site = files(CLIENT).filter((name) => name.includes('usr/share/nginx/html/'))
  t.diagnostic(`client: ${site.length} files, ${Math.round(sizes(CLIENT).unpacked / MB)} MB with nginx`)
  assert.ok(site.some((name) => name.endsWith('html/index.html')))
  assert.ok(site.some((name) => /html\/assets\/.*\.js$/.test(name)))
})

test('the server is an ordinary user, speaks on port 8000, and knows whether it is healthy', () => {
  const config = engine.inspect(SERVER)
  assert.equal(config.User, '10001:10001')
  assert.ok('8000/tcp' in config.ExposedPorts)
  assert.equal(config.Entrypoint[0], 'java')
  assert.deepEqual(config.Healthcheck.Test, ['CMD', '/app/healthy'])
})

test('there are no build tools, no database and no test tools in the server', () => {
  const names = files(SERVER)
  for (const unwanted of [/\/(javac|jlink|mvn|gcc|curl|wget)$/, /embedded-postgres|\/(initdb|postgres)$/, /junit|\.java$/]) {
    assert.deepEqual(names.filter((name) => unwanted.test(name)), [])
  }
})

test('no layer of the server holds a secret', () => {
  assert.doesNotMatch(JSON.stringify(engine.inspect(SERVER).Env), /SECRET|PASSWORD|TOKEN/)
})

test('it fills an empty database and is healthy within 20 seconds, without writing anywhere but /tmp', async (t) => {
  const server = await startServer(t)
  const seconds = await stop(server)
  t.diagnostic(`ended after ${seconds.toFixed(1)} s`)
  assert.ok(server.seconds < 20)
  assert.ok(seconds < 10)
  assert.doesNotMatch(server.log(), /Read-only file system|"level":"ERROR"/)
})

test('on a migrated database it is healthy within 3 seconds, with its start-up cache', async (t) => {
  const times = []
  for (let i = 0; i < 3; i++) {
    // With AOTMode=on it would not start at all if the cache did not fit.
    const server = await startServer(t, { JAVA_TOOL_OPTIONS: '-XX:AOTMode=on' })
    times.push(server.seconds)
    await stop(server)
  }
  assert.ok(Math.min(...times) < 3, `${times}`)
})
