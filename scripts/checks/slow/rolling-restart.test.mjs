import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { startNginx } from '../nginx.mjs'
import { startPostgres } from '../postgres.mjs'
import { startLoad } from './load.mjs'
import { aServer } from '../servers.mjs'

let postgres
let servers
let nginx

const group = (out) => {
  const lines = servers.map((server) => `  server 127.0.0.1:${server.port}${server === out ? ' down' : ''};`)
  return `upstream devsync_servers {\n${lines.join('\n')}\n}\n`
}

/** Takes a server out of the load balancer, or with null puts all of them in. */
async function takeOut(server) {
  const file = join(nginx.folder, 'nginx.conf')
  const configuration = readFileSync(file, 'utf8')
  writeFileSync(file, configuration.replace(/upstream devsync_servers \{[^}]*\}\n/, group(server)))
  await nginx.reload()
}

before(async () => {
  postgres = await startPostgres()
  postgres.psql('CREATE DATABASE devsync')
  servers = [await aServer(postgres.url('devsync')), await aServer(postgres.url('devsync'))]
  await Promise.all(servers.map((server) => server.start()))
  nginx = await startNginx('http://devsync_servers', '127.0.0.1', { 'index.html': 'x' }, (text) => group(null) + text)
})

after(async () => {
  await nginx?.stop()
  await Promise.all((servers ?? []).map((server) => server.stop().catch(() => {})))
  await postgres?.stop()
})

test('two servers are replaced one after the other, and nobody notices', async (t) => {
  const account = { name: 'Ann', email: 'ann@example.com', password: 'password1' }
  const registered = await fetch(`${nginx.address}/api/v1/auth/register`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(account),
  })
  const { user } = await registered.json()
  const load = startLoad(nginx.address, user.token, 6)

  for (const server of servers) {
    const before = load.counted.requests
    await takeOut(server)
    const seconds = await server.stop()
    t.diagnostic(`ended after ${seconds.toFixed(1)} s`)
    assert.ok(seconds < 10)
    await server.start()
    await takeOut(null)
    assert.ok(load.counted.requests > before + 20, 'there was no load')
  }

  const { requests, failed } = await load.stop()
  t.diagnostic(`${requests} requests, ${failed.length} failed`)
  assert.deepEqual(failed, [])
  const tasks = Number(postgres.psql('SELECT count(*) FROM tasks', 'devsync'))
  assert.ok(tasks > 10)
})
