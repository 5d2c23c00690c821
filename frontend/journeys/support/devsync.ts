import { serveClient } from './client'
import { freePort } from './ports'
import { startServer } from './server'

/** Where a running DevSync is. Browsers come through the door, where a stage lays its cable to the client. */
export interface Devsync {
  serverOrigin: string
  /** The folder of the embedded PostgreSQL. */
  data: string
  clientPort: number
  doorPort: number
}

export interface RunningDevsync extends Devsync {
  stop: () => Promise<void>
}

/** The packaged server with an empty database, and the built client in front of it. */
export async function startDevsync(github?: string): Promise<RunningDevsync> {
  const [serverPort, clientPort, doorPort] = [await freePort(), await freePort(), await freePort()]
  const server = await startServer(serverPort, `http://localhost:${doorPort}`, github)
  const stopClient = await serveClient(clientPort, server.origin)
  return {
    serverOrigin: server.origin,
    data: server.data,
    clientPort,
    doorPort,
    async stop() {
      await stopClient()
      await server.stop()
    },
  }
}
