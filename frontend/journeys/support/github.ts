import { execFileSync, spawn } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { JAR, javaHome } from './java'

const SOURCE = fileURLToPath(
  new URL('../../../backend/src/test/java/dev/devsync/fakegithub/FakeGithubMain.java', import.meta.url),
)

export interface RunningGithub {
  origin: string
  stop: () => Promise<void>
}

/** The back end tests' stand-in for GitHub, run from its sources with the libraries of the server. */
export async function startGithub(port: number, folder: string): Promise<RunningGithub> {
  mkdirSync(folder, { recursive: true })
  execFileSync(join(javaHome(), 'bin/jar'), ['--extract', `--file=${JAR}`, 'BOOT-INF/lib'], { cwd: folder })
  const github = spawn(
    join(javaHome(), 'bin/java'),
    ['-XX:TieredStopAtLevel=1', '--class-path', join(folder, 'BOOT-INF/lib/*'), SOURCE, String(port)],
    { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const ended = new Promise<void>((resolve) => github.once('exit', () => resolve()))
  const kill = () => github.kill()
  process.once('exit', kill)
  await Promise.race([
    new Promise((resolve) => github.stdout.once('data', resolve)),
    ended.then(() => Promise.reject(new Error('The stand-in for GitHub did not start.'))),
  ])
  return {
    origin: `http://127.0.0.1:${port}`,
    async stop() {
      process.off('exit', kill)
      kill()
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
