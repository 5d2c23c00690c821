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
  /** Where the server expects GitHub, if that is settled already. */
  githubPort?: number
}

export interface RunningDevsync extends Devsync {
  stop: () => Promise<void>
}

/**
 * One that somebody else runs for us, such as the built images. It stands for the one that all journeys share, or, while
 * it is empty, for the one of the journey that begins with nothing.
 */
function given(isShared: boolean): RunningDevsync | undefined {
  const site = process.env[isShared ? 'DEVSYNC_SHARED_SITE' : 'DEVSYNC_EMPTY_SITE']
  if (!site) return undefined
  const devsync = JSON.parse(site) as Devsync
  return { ...devsync, stop: () => Promise.resolve() }
}

/** The packaged server with an empty database, and the built client in front of it. */
export async function startDevsync(github?: string): Promise<RunningDevsync> {
  const running = given(github !== undefined)
  if (running) return running
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
