import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { io } from 'socket.io-client'
import { startNginx } from './nginx.mjs'
import { startPostgres } from './postgres.mjs'
import { aServer } from './servers.mjs'

let postgres
let server
let nginx
let token
let project

before(async () => {
  postgres = await startPostgres()
  postgres.psql('CREATE DATABASE devsync')
  server = await aServer(postgres.url('devsync'))
  await server.start()
  nginx = await startNginx(`http://127.0.0.1:${server.port}`, '127.0.0.1', { 'index.html': 'x' })
  const account = { name: 'Ann', email: 'ann@example.com', password: 'password1' }
  token = (await send('/auth/register', account)).user.token
  postgres.psql("UPDATE users SET role = 'team_lead'", 'devsync')
  project = (await send('/projects', { name: 'Apollo', description: 'To the moon' })).project.id
})

after(async () => {
  await nginx?.stop()
  await server?.stop()
  await postgres?.stop()
})

async function send(path, body) {
  const answer = await fetch(`http://127.0.0.1:${server.port}/api/v1${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...(token && { Authorization: `Bearer ${token}` }) },
    body: JSON.stringify(body),
  })
  assert.ok(answer.ok, `${path} is answered ${answer.status}`)
  return answer.json()
}

const addTask = async (title) =>
  (await send('/tasks', { title, description: 'x', status: 'todo', project_id: project })).task.id
const once = (emitter, event) => new Promise((resolve) => emitter.once(event, resolve))

/** A client as screens use it, which remembers what it heard of tasks and where it was. */
function connect(transports) {
  const heard = []
  let last
  const socket = io(nginx.address, {
    transports,
    forceNew: true,
    reconnectionDelay: 50,
    auth: (tell) => tell({ token, projects: [project], ...(last && { last_seq: last }) }),
  })
  socket.onAny((name, event) => (last = event.seq ?? last))
  socket.on('task_updated', (event) => heard.push(event.task_id))
  return { socket, heard, mark: (seq) => (last = seq) }
}

async function hears(client, ids) {
  while (client.heard.length < ids.length) {
    await once(client.socket, 'task_updated')
  }
  assert.deepEqual(client.heard, ids)
}

for (const transports of [['polling'], ['websocket'], ['polling', 'websocket']]) {
  test(`a client that uses ${transports.join(', then ')} hears events through nginx and comes back after a cut`, async (t) => {
    const client = connect(transports)
    const { socket } = client
    t.after(() => socket.disconnect())
    await once(socket, 'connect')
    if (transports.length > 1 && socket.io.engine.transport.name !== 'websocket') {
      await once(socket.io.engine, 'upgrade')
    }
    assert.equal(socket.io.engine.transport.name, transports.at(-1))
    const registered = await socket.emitWithAck('register', {})
    assert.equal(registered.status, 'success')
    client.mark(registered.seq)

    const first = await addTask('Land')
    await hears(client, [first])

    const gone = once(socket, 'disconnect')
    nginx.cut()
    await gone
    const missed = await addTask('Collect samples')
    await hears(client, [first, missed])
    const last = await addTask('Return')
    await hears(client, [first, missed, last])
  })
}

test('a client without a good token is refused through nginx and told why', async (t) => {
  const socket = io(nginx.address, { transports: ['polling'], forceNew: true, auth: { token: 'x' } })
  t.after(() => socket.disconnect())
  const refusal = await once(socket, 'connect_error')
  assert.equal(refusal.message, 'Connection rejected by server')
  assert.equal(refusal.data.error, 'token_invalid')
})
