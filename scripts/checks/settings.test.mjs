import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { test } from 'node:test'
import { parse } from 'yaml'
import { repository } from '../doctor/run.mjs'

const read = (path) => readFileSync(join(repository, path), 'utf8')
const matches = (text, pattern) => new Set([...text.matchAll(pattern)].map((match) => match[1]))
const example = read('.env.example')
const documented = matches(example, /^([A-Z][A-Z0-9_]*)=/gm)

const temporary = (content) => {
  const file = join(mkdtempSync(join(tmpdir(), 'devsync-env-')), '.env')
  if (content !== undefined) {
    writeFileSync(file, content)
  }
  return file
}
const script = (name, args, env) =>
  spawnSync(join(repository, 'scripts', name), args, {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, ...env },
  })

test('.env.example has every variable that the server reads', () => {
  const settings = read('backend/src/main/resources/application.yaml')
  const readByServer = matches(settings, /\$\{([A-Z][A-Z0-9_]*)/g)
  assert.ok(readByServer.size > 20)
  assert.deepEqual([...readByServer].filter((name) => !documented.has(name)), [])
})

test('.env.example has every variable that the compose files read', () => {
  for (const name of ['docker-compose.local.yml', 'docker-compose.local-postgres.yml']) {
    const used = matches(read(name), /\$\{([A-Z][A-Z0-9_]*)/g)
    assert.deepEqual([...used].filter((variable) => !documented.has(variable)), [], name)
  }
})

/** What the shell brings along, what one script hands to the next, and what names another .env. */
const NO_SETTING = /^(HOME|PATH|PWD|BASH_REMATCH|JAVA_HOME|DEVSYNC_ENV_READ|DEVSYNC_ENV_FILE)$/
const scripts = readdirSync(join(repository, 'scripts'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && !/node_modules|checks/.test(entry.parentPath))
  .map((entry) => relative(repository, join(entry.parentPath, entry.name)))
const readByScript = (path) =>
  [...matches(read(path), path.endsWith('.mjs') ? /\benv\.([A-Z][A-Z0-9_]+)/g : /\$\{?([A-Z][A-Z0-9_]+)/g)].filter(
    (name) => !NO_SETTING.test(name),
  )

test('.env.example has every variable that a script reads, or the script explains it above its first line', () => {
  assert.ok(scripts.flatMap(readByScript).length > 20)
  for (const path of scripts) {
    const explained = read(path).match(/^(?:#!.*\n)?((?:#|\/\/).*\n)*/)[0]
    const unknown = readByScript(path).filter((name) => !documented.has(name) && !explained.includes(name))
    assert.deepEqual(unknown, [], path)
  }
})

test('.env.example has every variable of nginx, and compose hands them over', () => {
  const ofNginx = matches(read('frontend/nginx.conf.template'), /\$\{([A-Z][A-Z0-9_]*)\}/g)
  const { environment } = parse(read('docker-compose.local.yml')).services.frontend
  assert.deepEqual([...ofNginx].sort(), ['API_UPSTREAM', 'DNS_RESOLVER'])
  for (const name of ofNginx) {
    assert.ok(documented.has(name), name)
    assert.ok(environment[name].startsWith(`\${${name}:-`), name)
    const byDefault = environment[name].slice(name.length + 4, -1)
    assert.match(read('frontend/Dockerfile'), new RegExp(`\\b${name}=${byDefault}( |\n)`))
  }
})

test('.env.example has every variable that AWS sets', () => {
  const sources = 'infra/src/main/java/dev/devsync/infra'
  const set = matches(read(`${sources}/ServerTask.java`) + read(`${sources}/ServerSecrets.java`), /"([A-Z]+_[A-Z_]+)",/g)
  assert.ok(set.size > 8)
  assert.deepEqual([...set].filter((name) => !documented.has(name)), [])
})

/** Settings of the server that no file maps: their variables are made of the names of records. */
function ofRecords() {
  const sources = readdirSync(join(repository, 'backend/src/main/java'), { recursive: true })
    .filter((name) => name.endsWith('.java'))
    .map((name) => read(join('backend/src/main/java', name)))
  const records = sources.flatMap((text) => [
    ...text.matchAll(/@ConfigurationProperties\("([a-z.-]+)"\)\s+(?:public )?record \w+\(([^{]*?)\)\s*(?:implements [\w, ]+)?\{/g),
  ])
  return records.flatMap(([, prefix, components]) =>
    [...components.matchAll(/ (\w+)(?=,|$)/gm)].map(([, name]) =>
      `${prefix}.${name}`.replaceAll('-', '').replaceAll('.', '_').replace(/[A-Z]/g, '_$&').toUpperCase(),
    ),
  )
}

test('every variable of .env.example is read by somebody', () => {
  const files = ['backend/src/main/resources/application.yaml', 'frontend/nginx.conf.template', 'frontend/vite.config.ts']
  const compose = ['docker-compose.local.yml', 'docker-compose.local-postgres.yml']
  const substituted = files.concat(compose).flatMap((path) => [...matches(read(path), /\$\{([A-Z][A-Z0-9_]*)/g)])
  const taken = new Set([...substituted, ...ofRecords(), ...scripts.flatMap(readByScript)])
  // One that is accepted without effect, as it says, and Spring's own name for the level of a log.
  const others = ['DB_BOOTSTRAP_FALLBACK', 'LOGGING_LEVEL_DEV_DEVSYNC_REQUESTS']
  assert.deepEqual([...documented].filter((name) => !taken.has(name)), others)
})

test('.env.example and the page about configuration agree', () => {
  const page = matches(read('docs/configuration.md'), /`([A-Z][A-Z0-9]*_[A-Z0-9_]*|PORT|BACKUPS)`/g)
  const containers = /^(DEVSYNC_(FRONTEND|BACKEND|POSTGRES)_PORT|POSTGRES_\w+)$/
  assert.deepEqual([...page].filter((name) => !documented.has(name)), [])
  assert.deepEqual([...documented].filter((name) => !page.has(name) && !containers.test(name)), [])
})

test('.env.example sets nothing, and says something about each variable', () => {
  let explained = false
  for (const line of example.split('\n')) {
    if (line.startsWith('#')) {
      explained = true
    } else if (line === '') {
      explained = false
    } else {
      assert.match(line, /^[A-Z0-9_]+=$/)
      assert.ok(explained, line)
    }
  }
})

test('a new .env has random secrets and is for its owner only', () => {
  const [first, second] = [temporary(), temporary()].map((file) => {
    assert.equal(script('new-env', [], { DEVSYNC_ENV_FILE: file }).status, 0)
    assert.equal(statSync(file).mode & 0o777, 0o600)
    return readFileSync(file, 'utf8')
  })
  for (const name of ['POSTGRES_PASSWORD', 'JWT_SECRET_KEY', 'TOKEN_ENCRYPTION_KEY']) {
    const secret = first.match(new RegExp(`^${name}=([A-Za-z0-9_-]{48})$`, 'm'))[1]
    assert.ok(!second.includes(secret))
  }
})

test('an .env that exists is left alone', () => {
  const file = temporary('PORT=1\n')
  script('new-env', [], { DEVSYNC_ENV_FILE: file })
  assert.equal(readFileSync(file, 'utf8'), 'PORT=1\n')
})

test('settings are read as Compose reads them, and what is set already wins', () => {
  const file = temporary(
    '# PORT=1\nPORT=2\nEMPTY=\nQUOTED="a b"\nexport EXPORTED=\'$HOME\'\nSET=file\nLAST=$(touch x)',
  )
  const { stdout } = script('with-env', ['env'], { DEVSYNC_ENV_FILE: file, SET: 'before' })
  const lines = stdout.split('\n')
  for (const line of ['PORT=2', 'QUOTED=a b', 'EXPORTED=$HOME', 'SET=before', 'LAST=$(touch x)']) {
    assert.ok(lines.includes(line), line)
  }
  assert.ok(!stdout.includes('EMPTY'))
})
