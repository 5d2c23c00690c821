import { run } from './run.mjs'

/** Containers or a JDK, Maven and Node.js: one of the two ways must be open. */
export function checkTools(env, report) {
  const containers = run('scripts/container-engine', 'engine').ok
  const tools = run('scripts/prerequisites', 'java', 'maven', 'node')
  if (containers) {
    report('ok', 'A Docker engine answers: make up runs DevSync in containers.')
  } else {
    report('note', 'No Docker engine answers: make up runs DevSync without containers.')
  }
  if (tools.ok) {
    report('ok', 'JDK, Maven and Node.js are here: make dev and make test work.')
  } else {
    const kind = containers ? 'note' : 'problem'
    report(kind, 'make dev and make test do not work yet.', tools.err.replaceAll('\n', ' '))
  }
}
