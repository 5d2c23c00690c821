import { execFileSync, spawn } from 'node:child_process'
import { join } from 'node:path'
import { repository } from '../../doctor/run.mjs'

const builder = execFileSync(join(repository, 'scripts/container-engine'), ['builder'], { encoding: 'utf8' }).trim()
const call = (command, ...args) =>
  execFileSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'pipe'] }).trim()

const docker = {
  inspect: (image) => JSON.parse(call('docker', 'image', 'inspect', image))[0].Config,
  withFiles(image, use) {
    const container = call('docker', 'create', image)
    try {
      return use(`docker export ${container}`)
    } finally {
      call('docker', 'rm', container)
    }
  },
  run(image, env) {
    const variables = Object.entries(env).flatMap(([name, value]) => ['--env', `${name}=${value}`])
    const started = ['run', '--rm', '--init=false', '--network=host', '--read-only', '--tmpfs=/tmp', '--cap-drop=ALL']
    return spawn('docker', [...started, ...variables, image], { stdio: ['ignore', 'pipe', 'pipe'] })
  },
}

/** Without an engine: the image's files, mounted read-only, with a /tmp of their own and an ordinary user. */
const buildah = {
  inspect: (image) => JSON.parse(call('buildah', 'inspect', '--type', 'image', image)).Docker.config,
  withFiles(image, use) {
    const container = call('buildah', 'from', '--pull-never', image)
    try {
      return use(`tar -C ${call('buildah', 'mount', container)} -c .`)
    } finally {
      call('buildah', 'rm', container)
    }
  },
  run(image, env) {
    const container = call('buildah', 'from', '--pull-never', image)
    const root = call('buildah', 'mount', container)
    const { Env, Entrypoint, User } = this.inspect(image)
    const script = `
      mount --bind "$1" "$1" && mount -t tmpfs tmpfs "$1/tmp" && mount -t proc proc "$1/proc"
      mount --bind /dev "$1/dev" && mount -o remount,bind,ro "$1"
      root=$1 user=$2; shift 2; exec chroot --userspec="$user" "$root" "$@"`
    const given = { ...Object.fromEntries(Env.map((each) => each.split(/=(.*)/s, 2))), ...env }
    const child = spawn('unshare', ['--mount', 'sh', '-ec', script, 'sh', root, User, ...Entrypoint], {
      env: given,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    child.once('exit', () => call('buildah', 'rm', container))
    return child
  },
}

export const engine = builder === 'docker' ? docker : buildah

/** Bytes of the image's files, as they are and compressed. */
export function sizes(image) {
  return engine.withFiles(image, (archive) => ({
    unpacked: Number(call('bash', '-c', `${archive} | wc -c`)),
    packed: Number(call('bash', '-c', `${archive} | gzip -6 | wc -c`)),
  }))
}

export const files = (image) =>
  engine.withFiles(image, (archive) => call('bash', '-c', `${archive} | tar -t`).split('\n'))
