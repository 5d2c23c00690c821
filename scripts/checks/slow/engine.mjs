import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { repository } from '../../doctor/run.mjs'

const builder = execFileSync(join(repository, 'scripts/container-engine'), ['builder'], { encoding: 'utf8' }).trim()
const call = (command, ...args) =>
  execFileSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'pipe'] }).trim()

let containers = 0

/* Both: prepare() makes the container and returns what starts it, so that a start can be timed by itself. */

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
  prepare(image, env, { args = [], writable = ['/tmp'], may = [] } = {}) {
    const name = `devsync-check-${process.pid}-${containers++}`
    const options = [
      ...['--rm', `--name=${name}`, '--init=false', '--network=host', '--read-only', '--cap-drop=ALL'],
      ...may.map((capability) => `--cap-add=${capability}`),
      ...writable.map((folder) => `--tmpfs=${folder}`),
      ...Object.entries(env).map(([key, value]) => `--env=${key}=${value}`),
    ]
    call('docker', 'create', ...options, image, ...args)
    return () => {
      const child = spawn('docker', ['start', '--attach', name], { stdio: ['ignore', 'pipe', 'pipe'] })
      return Object.assign(child, { container: name })
    }
  },
  processId: ({ container }) => Number(call('docker', 'inspect', '--format', '{{.State.Pid}}', container)),
  execute: ({ container }, command) => spawnSync('docker', ['exec', container, ...command]).status,
}

/** Without an engine: the image's files, mounted read-only but for some empty folders, and the image's user. */
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
  prepare(image, env, { args = [], writable = ['/tmp'] } = {}) {
    const container = call('buildah', 'from', '--pull-never', image)
    const root = call('buildah', 'mount', container)
    const { Env, Entrypoint, Cmd, User } = this.inspect(image)
    const script = `
      root=$1 user=$2; shift 2
      mount --bind "$root" "$root" && mount -t proc proc "$root/proc" && mount --bind /dev "$root/dev"
      for folder in $WRITABLE; do [ ! -d "$root$folder" ] || mount -t tmpfs tmpfs "$root$folder"; done
      mount -o remount,bind,ro "$root"
      # A pipe, as under an engine: what Node gives is a socket, which nginx cannot open as /dev/stdout.
      exec > >(cat)
      exec chroot --userspec="$user" "$root" "$@"`
    const given = { ...Object.fromEntries(Env.map((each) => each.split(/=(.*)/s, 2))), ...env }
    const command = [...Entrypoint, ...(args.length > 0 ? args : (Cmd ?? []))]
    return () => {
      const child = spawn('unshare', ['--mount', 'bash', '-ec', script, 'bash', root, User || '0:0', ...command], {
        env: { ...given, WRITABLE: writable.join(' ') },
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      child.once('exit', () => call('buildah', 'rm', container))
      return Object.assign(child, { given, user: User || '0:0' })
    }
  },
  // Each step of the script becomes the next one, so the server is the process that was started.
  processId: (child) => child.pid,
  execute({ pid, user, given }, command) {
    const [uid, gid] = user.split(':')
    const where = [`--target=${pid}`, '--mount', '--root', `--setuid=${uid}`, `--setgid=${gid}`]
    return spawnSync('nsenter', [...where, '--', ...command], { env: given }).status
  },
}

export const engine = {
  ...(builder === 'docker' ? docker : buildah),
  run(...given) {
    return this.prepare(...given)()
  },
}

/** Bytes of the image's files, as they are and compressed. */
export function sizes(image) {
  return engine.withFiles(image, (archive) => ({
    unpacked: Number(call('bash', '-c', `${archive} | wc -c`)),
    packed: Number(call('bash', '-c', `${archive} | gzip -6 | wc -c`)),
  }))
}

export const files = (image) =>
  engine.withFiles(image, (archive) => call('bash', '-c', `${archive} | tar -t`).split('\n'))
