import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { preview } from 'vite'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The policy browsers get from the shipped nginx, so that whatever breaks it breaks here. */
function shippedPolicy(): string {
  const template = readFileSync(`${root}/nginx.conf.template`, 'utf8')
  const policy = /add_header Content-Security-Policy "([^"]+)"/.exec(template)?.[1]
  if (!policy) throw new Error('nginx.conf.template names no content security policy.')
  return policy
}

/** Serves the built client, and passes what is for the server on to it. */
export async function serveClient(port: number, server: string): Promise<() => Promise<void>> {
  if (!existsSync(`${root}/dist/index.html`)) throw new Error('The client is not built: npm run build')
  const serving = await preview({
    configFile: false,
    root,
    // Connections that break are what some journeys are about.
    logLevel: 'silent',
    preview: {
      host: '127.0.0.1',
      port,
      strictPort: true,
      headers: { 'Content-Security-Policy': shippedPolicy() },
      proxy: { '/api': server, '/socket.io': { target: server, ws: true } },
    },
  })
  return () => serving.close()
}
