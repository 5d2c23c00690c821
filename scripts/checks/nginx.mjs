import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { repository } from '../doctor/run.mjs'

const template = readFileSync(join(repository, 'frontend/nginx.conf.template'), 'utf8')

export const installed = spawnSync('nginx', ['-v']).error === undefined

export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address()
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** What the image's entry point makes of the template: the two variables are put in, nothing else is touched. */
export function rendered(upstream, resolver) {
  const { stdout } = spawnSync('envsubst', ['${API_UPSTREAM} ${DNS_RESOLVER}'], {
    input: template,
    encoding: 'utf8',
    env: { ...process.env, API_UPSTREAM: upstream, DNS_RESOLVER: resolver, uri: 'x', host: 'x' },
  })
  return stdout
}

/** Runs nginx with the image's configuration and these files, on a free port. */
export async function startNginx(upstream, resolver, files, adapt = (text) => text) {
  const folder = mkdtempSync(join(tmpdir(), 'devsync-nginx-'))
  const site = join(folder, 'site')
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(site, name, '..'), { recursive: true })
    writeFileSync(join(site, name), content)
  }
  const port = await freePort()
  const server = adapt(rendered(upstream, resolver))
    .replace('listen 80;', `listen 127.0.0.1:${port};`)
    .replace('access_log /dev/stdout ', `access_log ${join(folder, 'access.log')} `)
    .replace('root /usr/share/nginx/html;', `root ${site};`)
  writeFileSync(join(folder, 'nginx.conf'), configuration(folder, server))
  spawnSync('chmod', ['-R', 'a+rX', folder])
  const nginx = spawn('nginx', ['-p', folder, '-c', join(folder, 'nginx.conf')], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  nginx.stderr.on('data', (chunk) => (said += chunk))
  const address = `http://127.0.0.1:${port}`
  await untilItAnswers(address, nginx, () => said)
  return {
    address,
    port,
    /** Breaks all connections; they can be made again at once. */
    cut() {
      workers(nginx.pid).forEach((pid) => process.kill(Number(pid), 'SIGKILL'))
    },
    accessLog: () => readFileSync(join(folder, 'access.log'), 'utf8').trim().split('\n'),
    errorLog: () => said,
    async stop() {
      const ended = new Promise((resolve) => nginx.once('exit', resolve))
      nginx.kill('SIGTERM')
      await ended
      rmSync(folder, { recursive: true })
    },
  }
}

const workers = (pid) =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean)

function configuration(folder, server) {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${folder}/${name};`)
    .join('\n')
  return `daemon off;
worker_processes 1;
pid ${folder}/nginx.pid;
error_log stderr warn;
events {}
http {
include /etc/nginx/mime.types;
default_type application/octet-stream;
${temporary}
${server}
}`
}

async function untilItAnswers(address, nginx, said) {
  for (let i = 0; i < 200; i++) {
    if (nginx.exitCode !== null) {
      throw new Error(`nginx did not start: ${said()}`)
    }
    try {
      await fetch(address)
      return
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 25))
    }
  }
  throw new Error(`nginx does not answer: ${said()}`)
}
