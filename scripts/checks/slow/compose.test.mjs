import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { repository } from '../../doctor/run.mjs'
import { freePort } from '../nginx.mjs'

const ACCOUNT = { name: 'Ada', email: 'ada@example.com', password: 'password1' }
const SERVICES = ['devsync-postgres', 'backend', 'frontend']
const DOOR = await freePort()

let folder
let environment

// A fresh copy as a newcomer has it, with a name and ports of its own and no setting of this machine's: DEVSYNC_HOME or
// DATABASE_URL would have make reset and make restore work on somebody's data.
before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'devsync-compose-'))
  const copy = 'git ls-files -z --cached --others --exclude-standard | tar --null -T - -c | tar -x -C "$0"'
  execFileSync('bash', ['-c', copy, folder], { cwd: repository })
  const ofTheMachine = /^(PATH|HOME|TMPDIR|LANG|SHLVL|DOCKER_.+|(https?|no)_proxy)$/i
  environment = {
    ...Object.fromEntries(Object.entries(process.env).filter(([name]) => ofTheMachine.test(name))),
    COMPOSE_PROJECT_NAME: `devsync-check-${process.pid}`,
    DEVSYNC_FRONTEND_PORT: `${DOOR}`,
    DEVSYNC_BACKEND_PORT: `${await freePort()}`,
    DEVSYNC_POSTGRES_PORT: `${await freePort()}`,
    CONFIRM: 'yes',
  }
  const { status, stderr } = run('scripts/container-engine', 'engine')
  assert.equal(status, 0, stderr)
})

after(() => {
  make('reset')
  rmSync(folder, { recursive: true })
})

function run(command, ...args) {
  return spawnSync(command, args, { cwd: folder, env: environment, encoding: 'utf8', maxBuffer: 1 << 27 })
}

/** What a target says when it succeeds. */
function make(...args) {
  const { status, stdout, stderr } = run('make', ...args)
  assert.equal(status, 0, `make ${args.join(' ')}:\n${stdout.slice(-2000)}${stderr.slice(-4000)}`)
  return stdout
}

function containers() {
  const ids = run('scripts/compose', 'ps', '--all', '--quiet').stdout.trim().split('\n')
  const all = JSON.parse(run('docker', 'inspect', ...ids).stdout)
  return Object.fromEntries(all.map((container) => [container.Config.Labels['com.docker.compose.service'], container]))
}

// Connections end with each answer: containers come and go behind the same address.
const call = (path, body) =>
  fetch(`http://127.0.0.1:${DOOR}${path}`, {
    method: body ? 'POST' : 'GET',
    headers: { 'Content-Type': 'application/json', Connection: 'close' },
    body: body && JSON.stringify(body),
  })

const signIn = async () => (await call('/api/v1/auth/login', ACCOUNT)).status

test('make up builds and starts everything, and says where it is', () => {
  assert.ok(make('up').includes(`DevSync runs: open http://localhost:${DOOR} `))
  const running = containers()
  assert.deepEqual(
    SERVICES.map((name) => running[name].State.Health.Status),
    SERVICES.map(() => 'healthy'),
  )
  assert.equal(make('ps').match(/\(healthy\)/g).length, SERVICES.length)
})

test('the containers have no more rights than they need', () => {
  const { backend, frontend } = containers()
  for (const { HostConfig } of [backend, frontend]) {
    assert.equal(HostConfig.ReadonlyRootfs, true)
    assert.deepEqual(HostConfig.CapDrop, ['ALL'])
    assert.deepEqual(HostConfig.SecurityOpt, ['no-new-privileges:true'])
  }
  assert.equal(backend.Config.User, '10001:10001')
})

test('pages, requests and sockets come through the one door', async () => {
  assert.match(await (await call('/')).text(), /<div id="root">/)
  assert.deepEqual(await (await call('/health')).json(), { status: 'ok' })
  assert.equal((await call('/api/v1/auth/register', ACCOUNT)).status, 201)
  assert.match(await (await call('/socket.io/?EIO=4&transport=polling')).text(), /^0\{"sid":/)
})

test('the commands for a running DevSync reach the database in its container', () => {
  const doctor = run('make', 'doctor').stdout
  assert.match(doctor, /A Docker engine answers/)
  assert.match(doctor, /All migrations have run/)

  const { stdout, status } = spawnSync('make', ['shell'], {
    cwd: folder,
    env: environment,
    encoding: 'utf8',
    input: 'SELECT name FROM users;',
  })
  assert.equal(status, 0)
  assert.match(stdout, /Ada/)
  make('reencrypt')
})

test('no secret is in the logs', () => {
  const secrets = readFileSync(join(folder, '.env'), 'utf8').match(/(?<=^[A-Z_]*(PASSWORD|KEY)=).+$/gm)
  assert.ok(secrets.length >= 3)
  const { stdout } = run('scripts/compose', 'logs')
  assert.match(stdout, /Started DevSyncServer/)
  for (const secret of [...secrets, ACCOUNT.password]) {
    assert.ok(!stdout.includes(secret))
  }
})

test('the server ends within ten seconds when told to', (t) => {
  const { Id } = containers().backend
  const begin = performance.now()
  assert.equal(run('docker', 'stop', '--time', '20', Id).status, 0)
  const seconds = (performance.now() - begin) / 1000
  t.diagnostic(`ended after ${seconds.toFixed(1)} s`)
  assert.ok(seconds < 10)
  assert.equal(containers().backend.State.ExitCode, 143)
})

test('data outlives the containers', async () => {
  make('down')
  make('up')
  assert.equal(await signIn(), 200)
})

test('a backup brings back what a reset has deleted', async () => {
  make('backup')
  const backup = join('backups', readdirSync(join(folder, 'backups'))[0])
  make('reset')
  make('up')
  assert.equal(await signIn(), 401)

  const refused = run('make', 'restore', `FILE=${backup}`)
  assert.notEqual(refused.status, 0)
  assert.match(refused.stderr, /Stop it first: make down/)

  make('down')
  make('restore', `FILE=${backup}`)
  make('up')
  assert.equal(await signIn(), 200)
})
