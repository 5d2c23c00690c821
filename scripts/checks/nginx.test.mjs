import assert from 'node:assert/strict'
import { request } from 'node:http'
import { after, before, test } from 'node:test'
import { installed, rendered, startNginx } from './nginx.mjs'
import { startNames, startUpstream } from './upstream.mjs'

const PAGE = '<!doctype html><title>DevSync</title>'
const FILES = {
  'index.html': PAGE,
  'favicon.svg': '<svg/>',
  'assets/app-1a2b.js': `export const text = "${'x'.repeat(4_000)}"`,
  // Where the earlier client keeps its files.
  'static/js/main.1a2b.js': 'let earlier',
}

let upstream
let names
let nginx

before(async () => {
  assert.ok(installed, 'nginx is needed for this test: apt-get install nginx-light gettext-base')
  upstream = await startUpstream()
  names = await startNames()
  nginx = await startNginx(`http://backend:${upstream.port}`, names.resolver, FILES)
})

after(async () => {
  await nginx?.stop()
  await upstream?.stop()
  await names?.stop()
})

const get = (path, options) => fetch(nginx.address + path, options)
const reached = async (path, options) => {
  names.point('127.0.0.1')
  return (await get(path, options)).json()
}

test('nginx starts before the server does, says so in JSON, and finds it once it is there', async () => {
  const away = await get('/api/v1/auth/me')
  assert.equal(away.status, 503)
  assert.equal(away.headers.get('content-type'), 'application/json')
  assert.equal(away.headers.get('retry-after'), '5')
  assert.match((await away.json()).message, /temporarily unavailable/)
  assert.equal((await get('/')).status, 200)

  names.point('127.0.0.1')
  assert.equal((await get('/api/v1/auth/me')).status, 200)
})

test('only the two intended variables are substituted', () => {
  const text = rendered('http://backend:8000', '127.0.0.11')
  assert.match(text, /resolver 127\.0\.0\.11 valid=30s/)
  assert.match(text, /set \$api_upstream http:\/\/backend:8000;/)
  assert.match(text, /try_files \$uri \/index\.html;/)
  assert.match(text, /proxy_set_header Host \$host;/)
  assert.doesNotMatch(text, /\$\{/)
})

test('the log names each request and neither queries nor addresses', async () => {
  const path = '/api/v1/github/callback'
  names.point('127.0.0.1')
  await reached(`${path}?code=geheim&state=geheim`)
  await get('/settings?code=geheim')
  await get('/a%22b')

  while (!nginx.accessLog().some((line) => line.includes('a%22b'))) {
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  const lines = nginx.accessLog()
  assert.doesNotMatch(lines.join('\n'), /geheim|\?|127\.0\.0\.1/)
  const written = lines.map((line) => JSON.parse(line))
  const { request_id, method, status, seconds } = written.find((line) => line.path === path)
  assert.match(request_id, /^[0-9a-f]{32}$/)
  assert.deepEqual([method, status, typeof seconds], ['GET', 200, 'number'])
  assert.ok(written.some((line) => line.path === '/settings'))
})

test('a sign-in that fails on its way leaves no code in the log of errors', async () => {
  const alone = await startNginx('http://127.0.0.1:1', names.resolver, FILES)
  try {
    const failed = await fetch(`${alone.address}/api/v1/github/callback?code=geheim&state=geheim`)
    assert.equal(failed.status, 503)
    await fetch(`${alone.address}/api/v1/auth/me`)
    while (!alone.errorLog().includes('/api/v1/auth/me')) {
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
    assert.doesNotMatch(alone.errorLog(), /geheim/)
  } finally {
    await alone.stop()
  }
})

test('addresses reach the server unchanged', async () => {
  for (const path of ['/api/v1/tasks?q=a%20b&x=%2F', '/api/v1/a%2Fb', '/api/docs/', '/health', '/socket.io/?EIO=4']) {
    assert.equal((await reached(path)).url, path)
  }
})

test('the server learns who asks, under which name, and by which scheme', async () => {
  const { headers } = await reached('/api/v1/auth/me', {
    headers: { 'X-Forwarded-For': '203.0.113.7', 'X-Forwarded-Proto': 'https', 'X-Request-Id': 'chosen-by-a-client' },
  })
  assert.equal(headers['host'], '127.0.0.1')
  assert.equal(headers['x-real-ip'], '127.0.0.1')
  assert.equal(headers['x-forwarded-for'], '203.0.113.7, 127.0.0.1')
  assert.equal(headers['x-forwarded-proto'], 'https')
  assert.match(headers['x-request-id'], /^[0-9a-f]{32}$/)
})

test('a report of ten megabytes passes, a much larger one does not', async () => {
  const post = (size) => reached('/api/v1/reports', { method: 'POST', body: Buffer.alloc(size, 'x') })
  assert.equal((await post(10 * 1024 * 1024)).size, 10 * 1024 * 1024)
  const tooLarge = await get('/api/v1/reports', { method: 'POST', body: Buffer.alloc(13 * 1024 * 1024) })
  assert.equal(tooLarge.status, 413)
})

for (const path of ['/socket.io/?EIO=4&transport=websocket', '/api/v1/stream']) {
  test(`connections to ${path} are upgraded and carry bytes both ways`, async () => {
    names.point('127.0.0.1')
    const socket = await new Promise((resolve, reject) => {
      request(nginx.address + path, { headers: { Connection: 'Upgrade', Upgrade: 'websocket' } })
        .on('upgrade', (response, upgraded) => resolve(upgraded))
        .on('response', (response) => reject(new Error(`answered ${response.statusCode}`)))
        .on('error', reject)
        .end()
    })
    socket.write('there and back')
    const [answer] = await new Promise((resolve) => socket.once('data', (data) => resolve([`${data}`])))
    assert.equal(answer, 'there and back')
    socket.destroy()
  })
}

test('sockets and streams may be silent for a day, and nothing is held back', () => {
  for (const path of ['/socket.io/', '= /api/v1/stream']) {
    const location = rendered('a', 'b').split(`location ${path} {`)[1].split('}')[0]
    assert.match(location, /proxy_read_timeout 24h;/)
    assert.match(location, /proxy_send_timeout 24h;/)
    assert.match(location, /proxy_buffering off;/)
  }
})

test('reports over many repositories may take minutes', () => {
  const location = rendered('a', 'b').split('location /api/ {')[1].split('}')[0]
  assert.match(location, /proxy_read_timeout 180s;/)
})

test('pages of the client are its start page, which nobody keeps', async () => {
  for (const path of ['/', '/tasks/7', '/githubintegrationdetail/3', '/dist/output.css', '/index.html']) {
    const page = await get(path)
    assert.equal(page.status, 200, path)
    assert.equal(await page.text(), PAGE)
    assert.equal(page.headers.get('cache-control'), 'no-cache', path)
  }
  assert.equal(await (await get('/favicon.svg')).text(), '<svg/>')
})

for (const path of ['/assets/app-1a2b.js', '/static/js/main.1a2b.js']) {
  test(`${path} is kept for a year, and its absence is a 404`, async () => {
    const asset = await get(path)
    assert.equal(asset.status, 200)
    assert.equal(asset.headers.get('cache-control'), 'public, max-age=31536000, immutable')
    assert.match(asset.headers.get('content-type'), /javascript/)

    const missing = await get(path.replace('1a2b', 'gone'))
    assert.equal(missing.status, 404)
    assert.equal(missing.headers.get('cache-control'), null)
  })
}

test('files and answers are compressed', async () => {
  names.point('127.0.0.1')
  for (const path of ['/assets/app-1a2b.js', '/api/v1/tasks']) {
    const answer = await get(path, { headers: { 'Accept-Encoding': 'gzip' } })
    assert.equal(answer.headers.get('content-encoding'), 'gzip', path)
    assert.match(answer.headers.get('vary'), /Accept-Encoding/)
  }
})

test('browsers are told to be careful, also where something is missing', async () => {
  for (const path of ['/', '/tasks', '/assets/gone.js']) {
    const { headers } = await get(path)
    assert.equal(headers.get('x-frame-options'), 'SAMEORIGIN')
    assert.equal(headers.get('x-content-type-options'), 'nosniff')
    assert.equal(headers.get('referrer-policy'), 'strict-origin-when-cross-origin')
    assert.equal(headers.get('permissions-policy'), 'camera=(), geolocation=(), microphone=()')
    const policy = headers.get('content-security-policy')
    assert.match(policy, /default-src 'self'; script-src 'self';/)
    assert.doesNotMatch(policy, /script-src[^;]*unsafe|\*/)
    assert.equal(headers.get('server'), 'nginx')
  }
})

test('the server speaks for its own answers', async () => {
  names.point('127.0.0.1')
  const { headers } = await get('/api/v1/tasks')
  assert.equal(headers.get('x-frame-options'), 'SAMEORIGIN')
  assert.equal(headers.get('content-security-policy'), null)
})

test('the policy is the one that CloudFront sends', async () => {
  const { readFileSync } = await import('node:fs')
  const { join } = await import('node:path')
  const { repository } = await import('../doctor/run.mjs')
  const source = readFileSync(
    join(repository, 'infra/src/main/java/dev/devsync/infra/SecurityHeaders.java'),
    'utf8',
  )
  const onAws = [...source.matchAll(/^ {10}"(.*)"[,)]/gm)].map((match) => match[1]).slice(1)
  const here = (await get('/')).headers.get('content-security-policy')
  assert.deepEqual(here.split('; '), onAws)
})
