import { spawnSync } from 'node:child_process'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

export const repository = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/** Runs a command in the repository: whether it succeeded, and what it said. */
export function run(command, ...args) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: repository,
    encoding: 'utf8',
    timeout: 20_000,
  })
  return { ok: status === 0, out: (stdout ?? '').trim(), err: (stderr ?? '').trim() }
}
