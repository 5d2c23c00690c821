import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { startPostgres } from '../postgres.mjs'
import { CLIENT, SERVER, freeze, health, settings, startClient, startServer, stop } from './containers.mjs'
import { engine, files, sizes } from './engine.mjs'

const MB = 1_000_000

let postgres

before(async () => {
  postgres = await startPostgres()
  postgres.psql('CREATE DATABASE devsync')
})

after(() => postgres?.stop())

/** A server with these settings beside the usual ones. */
async function aServer(t, overrides = {}) {
  const server = await startServer({ ...settings(postgres), ...overrides })
  t.diagnostic(`healthy after ${server.seconds.toFixed(1)} s`)
  return server
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
  const server = await aServer(t)
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
    const server = await aServer(t, { JAVA_TOOL_OPTIONS: '-XX:MaxRAM=512m -XX:AOTMode=on' })
    times.push(server.seconds)
    await stop(server)
  }
  assert.ok(Math.min(...times) < 3, `${times}`)
})

test('started, it keeps less than 350 MB of memory', async (t) => {
  const server = await aServer(t)
  const status = readFileSync(`/proc/${engine.processId(server.child)}/status`, 'utf8')
  const resident = Number(/VmRSS:\s+(\d+) kB/.exec(status)[1]) / 1000
  await stop(server)
  t.diagnostic(`${Math.round(resident)} MB resident`)
  assert.ok(resident < 350)
})

for (const [name, image, start] of [
  ['server', SERVER, (t) => aServer(t)],
  ['client', CLIENT, () => startClient('http://127.0.0.1:1')],
]) {
  test(`the health check of the ${name} tells one that answers from one that hangs, in time`, async (t) => {
    const running = await start(t)
    try {
      assert.equal(health(image, running).healthy, true)
      freeze(running)
      const { healthy, seconds } = health(image, running)
      freeze(running, 'SIGCONT')
      t.diagnostic(`unhealthy after ${seconds.toFixed(1)} s`)
      assert.equal(healthy, false)
      assert.ok(seconds < 3)
      assert.equal(health(image, running).healthy, true)
    } finally {
      await stop(running)
    }
  })
}

test('it runs commands beside a server and ends', async () => {
  const child = engine.run(SERVER, settings(postgres), { args: ['--reencrypt'] })
  let said = ''
  child.stdout.on('data', (chunk) => (said += chunk))
  const code = await new Promise((resolve) => child.once('close', resolve))
  assert.equal(code, 0, said)
  assert.match(said, /Together: 0 encrypted anew, 0 left/)
})

test('without a database it says what to set and ends', async () => {
  const { DATABASE_URL, ...others } = settings(postgres)
  for (const APP_ENV of ['production', 'development']) {
    const child = engine.run(SERVER, { ...others, APP_ENV })
    let said = ''
    child.stdout.on('data', (chunk) => (said += chunk))
    const code = await new Promise((resolve) => child.once('close', resolve))
    assert.notEqual(code, 0)
    assert.match(said, /Set DATABASE_URL to postgresql/)
  }
})
