import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { repository } from '../../doctor/run.mjs'
import { freePort } from '../nginx.mjs'
import { startPostgres } from '../postgres.mjs'
import { settings, startClient, startServer, stop } from './containers.mjs'

const frontend = join(repository, 'frontend')
const { io } = createRequire(join(frontend, 'package.json'))('socket.io-client')
const [DOOR, PORT, GITHUB] = [await freePort(), `${await freePort()}`, await freePort()]

let postgres
let server
let client

/** The server with an empty database, at the address that the client's nginx knows. */
async function startAfresh(database, further = {}) {
  postgres.psql(`CREATE DATABASE ${database}`)
  await (server && stop(server))
  server = await startServer({
    ...settings(postgres),
    DATABASE_URL: postgres.url(database),
    // The browsers are on this machine and speak plain HTTP.
    APP_ENV: 'development',
    FRONTEND_URL: `http://localhost:${DOOR}`,
    RATE_LIMIT_REQUESTS_PER_WINDOW: '100000',
    PORT,
    ...further,
  })
}

/** The journeys' stand-in for GitHub, asked for news often because people in tests wait for them. */
const withGithub = {
  GITHUB_API_URL: `http://127.0.0.1:${GITHUB}`,
  GITHUB_OAUTH_URL: `http://127.0.0.1:${GITHUB}`,
  GITHUB_CLIENT_ID: 'stand-in',
  GITHUB_CLIENT_SECRET: 'stand-in',
  GITHUB_REDIRECT_URI: `http://localhost:${DOOR}/api/v1/github/callback`,
  GITHUB_SYNC_INTERVAL_SECONDS: '2',
}

before(async () => {
  postgres = await startPostgres()
  await startAfresh('first')
  client = await startClient(server.address)
})

after(async () => {
  for (const container of [client, server]) {
    await (container && stop(container))
  }
  await postgres?.stop()
})

/** Runs journeys on this site; `as` says what it stands for, `which` which ones. */
async function walk(t, as, ...which) {
  const clientPort = Number(new URL(client.address).port || 80)
  const site = { serverOrigin: server.address, clientPort, doorPort: DOOR, githubPort: GITHUB, data: '' }
  const vitest = spawn('node_modules/.bin/vitest', ['run', '--config', 'journeys/vitest.config.ts', ...which], {
    cwd: frontend,
    env: { ...process.env, NO_COLOR: '1', [as]: JSON.stringify(site) },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  vitest.stdout.on('data', (chunk) => (said += chunk))
  vitest.stderr.on('data', (chunk) => (said += chunk))
  const code = await new Promise((resolve) => vitest.once('exit', resolve))
  said
    .split('\n')
    .filter((line) => /✓|Test Files|Tests|Duration/.test(line))
    .forEach((line) => t.diagnostic(line.trim()))
  assert.equal(code, 0, said)
}

const registered = async (name) => {
  const answer = await fetch(`${client.address}/api/v1/auth/register`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ name, email: `${name.toLowerCase()}@example.com`, password: 'password1' }),
  })
  assert.equal(answer.status, 201)
  return (await answer.json()).user
}

const say = (user, message) =>
  fetch(`${client.address}/api/v1/notifications`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${user.token}` },
    body: JSON.stringify({ message }),
  })

const heard = (socket, message) =>
  new Promise((resolve) => socket.on('notification', (sent) => sent.message === message && resolve()))

test('the first person walks through the built images in a browser', { timeout: 600_000 }, (t) =>
  walk(t, 'DEVSYNC_EMPTY_SITE', '01-'))

test('teams work in the built images: every other journey, GitHub included', { timeout: 1_800_000 }, async (t) => {
  await startAfresh('team', withGithub)
  await walk(t, 'DEVSYNC_SHARED_SITE', '--exclude', '**/01-*')
})

for (const transports of [['polling'], ['websocket'], ['polling', 'websocket']]) {
  test(`events come through nginx by ${transports.join(', then ')}`, { timeout: 60_000 }, async () => {
    const user = await registered(`Live${transports.join('')}`)
    const socket = io(client.address, { transports, auth: { token: user.token }, forceNew: true })
    try {
      await new Promise((resolve, reject) => socket.once('connect', resolve).once('connect_error', reject))
      if (transports.length > 1 && socket.io.engine.transport.name === 'polling') {
        await new Promise((resolve) => socket.io.engine.once('upgrade', resolve))
      }
      assert.equal(socket.io.engine.transport.name, transports.at(-1))
      const arrived = heard(socket, 'through nginx')
      assert.equal((await say(user, 'through nginx')).status, 201)
      await arrived
    } finally {
      socket.close()
    }
  })
}
