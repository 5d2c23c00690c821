import assert from 'node:assert/strict'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { startNginx } from '../nginx.mjs'
import { startPostgres } from '../postgres.mjs'
import { startLoad } from './load.mjs'
import { aServer } from '../servers.mjs'

let postgres
let servers
let nginx

/** Where a file named after a server's port takes that server out of the load balancer. */
const away = mkdtempSync(join(tmpdir(), 'devsync-away-'))
const signOf = (server) => join(away, `${server.port}`)

// Files tell the balancer, because nginx itself breaks a request now and then when it reads its configuration again.
function balanced(configuration) {
  const group = servers.map((server) => `  server 127.0.0.1:${server.port};`).join('\n')
  const detours = servers.map(
    (server, i) => `  if (-f ${signOf(server)}) { set $api_upstream http://127.0.0.1:${servers[1 - i].port}; }`,
  )
  const chosen = '  set $api_upstream http://devsync_servers;'
  assert.ok(configuration.includes(chosen))
  const choice = [chosen, ...detours].join('\n')
  return `upstream devsync_servers {\n${group}\n}\n${configuration.replace(chosen, () => choice)}`
}

before(async () => {
  // nginx looks into it as somebody else.
  chmodSync(away, 0o755)
  postgres = await startPostgres()
  postgres.psql('CREATE DATABASE devsync')
  servers = [await aServer(postgres.url('devsync')), await aServer(postgres.url('devsync'))]
  await Promise.all(servers.map((server) => server.start()))
  nginx = await startNginx('http://devsync_servers', '127.0.0.1', { 'index.html': 'x' }, balanced)
})

after(async () => {
  await nginx?.stop()
  await Promise.all((servers ?? []).map((server) => server.stop().catch(() => {})))
  await postgres?.stop()
  rmSync(away, { recursive: true })
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
    writeFileSync(signOf(server), '')
    const seconds = await server.stop()
    t.diagnostic(`ended after ${seconds.toFixed(1)} s`)
    assert.ok(seconds < 10)
    await server.start()
    rmSync(signOf(server))
    assert.ok(load.counted.requests > before + 20, 'there was no load')
  }

  const { requests, failed } = await load.stop()
  t.diagnostic(`${requests} requests, ${failed.length} failed`)
  assert.deepEqual(failed, [])
  const tasks = Number(postgres.psql('SELECT count(*) FROM tasks', 'devsync'))
  assert.ok(tasks > 10)
})
