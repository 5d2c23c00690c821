import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/*
 * Part of the build: the types of the API must be those of the server's document. Where this folder is built alone, as
 * into its image, there is no document beside it; what is built there has been checked in the repository.
 */
const ROOT = new URL('../', import.meta.url).pathname
const DOCUMENT = new URL('../../backend/src/main/resources/openapi.yaml', import.meta.url).pathname

if (existsSync(DOCUMENT)) {
  const { status } = spawnSync('npm', ['run', '--silent', 'api:check'], { cwd: ROOT, stdio: 'inherit' })
  if (status !== 0) console.error('src/api/schema.d.ts is not what the server says. Run npm run api:types.')
  process.exitCode = status ?? 1
} else {
  console.log('The OpenAPI document is not beside this folder: the types of the API are taken as they are.')
}
