import { http, HttpResponse, type JsonBodyType } from 'msw'
import { setupServer } from 'msw/node'

let unprepared: string[] = []
const underWay = new Set<string>()

/**
 * Answers in place of the API. Live events are simply away. Whatever no test has prepared fails here and never
 * reaches a network, and is held against the test at its end.
 */
export const server = setupServer(
  http.all('*/socket.io/*', () => new HttpResponse(null, { status: 503 })),
  http.all('*', ({ request }) => {
    unprepared.push(`${request.method} ${request.url}`)
    return HttpResponse.error()
  }),
)

server.events.on('request:start', ({ requestId }) => underWay.add(requestId))
server.events.on('request:end', ({ requestId }) => underWay.delete(requestId))
server.events.on('unhandledException', ({ requestId }) => underWay.delete(requestId))

export function requestsUnderWay(): number {
  return underWay.size
}

/** The requests so far that no test has prepared, which are thereby forgotten. */
export function takeUnprepared(): string[] {
  const requests = unprepared
  unprepared = []
  return requests
}

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete'

/** Prepares one answer: `answer('get', '/tasks/1', { task })`. */
export function answer(method: Method, path: string, body: JsonBodyType, status = 200) {
  server.use(http[method](`*/api/v1${path}`, () => HttpResponse.json(body, { status })))
}

/** The 401 the server gives when the session's token is of no use. */
export function unauthorized(error: string) {
  return HttpResponse.json({ status: 401, error, message: 'Authentication failed' }, { status: 401 })
}
