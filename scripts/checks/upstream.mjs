import { createSocket } from 'node:dgram'
import { createServer } from 'node:http'

/** A server that tells how each request reached it, and sends back what comes over an upgraded connection. */
export async function startUpstream() {
  const server = createServer(async (request, response) => {
    let size = 0
    for await (const chunk of request) {
      size += chunk.length
    }
    const { method, url, headers } = request
    response.setHeader('Content-Type', 'application/json')
    response.setHeader('X-Frame-Options', 'SAMEORIGIN')
    response.end(JSON.stringify({ method, url, headers, size, padding: 'x'.repeat(5_000) }))
  })
  server.on('upgrade', (request, socket) => {
    socket.write('HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n')
    socket.pipe(socket)
  })
  server.listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  return {
    port: server.address().port,
    stop: () => new Promise((resolve) => server.close(resolve).closeAllConnections()),
  }
}

/** A name server that knows one name once it is told to. */
export async function startNames() {
  const socket = createSocket('udp4')
  let address = null
  socket.on('message', (query, from) => {
    const question = query.subarray(12, query.indexOf(0, 12) + 5)
    const flags = address ? [0x81, 0x80] : [0x81, 0x83]
    const head = [query[0], query[1], ...flags, 0, 1, 0, address ? 1 : 0, 0, 0, 0, 0]
    const record = address ? [0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 1, 0, 4, ...address.split('.').map(Number)] : []
    socket.send(Buffer.concat([Buffer.from(head), question, Buffer.from(record)]), from.port, from.address)
  })
  await new Promise((resolve) => socket.bind(0, '127.0.0.1', resolve))
  return {
    resolver: `127.0.0.1:${socket.address().port}`,
    point: (to) => (address = to),
    stop: () => new Promise((resolve) => socket.close(resolve)),
  }
}
