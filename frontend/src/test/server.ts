import { http, HttpResponse, type JsonBodyType } from 'msw'
import { setupServer } from 'msw/node'

/** Answers in place of the API. A request that no test has prepared fails it; live events are simply away. */
export const server = setupServer(http.all('*/socket.io/*', () => new HttpResponse(null, { status: 503 })))

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete'

/** Prepares one answer: `answer('get', '/tasks/1', { task })`. */
export function answer(method: Method, path: string, body: JsonBodyType, status = 200) {
  server.use(http[method](`*/api/v1${path}`, () => HttpResponse.json(body, { status })))
}

/** The 401 the server gives when the session's token is of no use. */
export function unauthorized(error: string) {
  return HttpResponse.json({ status: 401, error, message: 'Authentication failed' }, { status: 401 })
}
