import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** The packaged server. */
export const JAR = fileURLToPath(new URL('../../../backend/target/devsync-server.jar', import.meta.url))

const FINDER = fileURLToPath(new URL('../../../scripts/java-home', import.meta.url))

export function javaHome(): string {
  return execFileSync(FINDER, { encoding: 'utf8' }).trim()
}
