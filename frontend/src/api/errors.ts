const OFFLINE = 0

interface ErrorDetails {
  status: number
  message: string
  code?: string | undefined
  retryAfterSeconds?: number | undefined
  body?: unknown
}

/** A refused or failed request. `status` is the HTTP status, 0 when no answer came; `message` is fit for people. */
export class ApiError extends Error {
  readonly status: number
  readonly code: string | undefined
  readonly retryAfterSeconds: number | undefined
  readonly body: unknown

  constructor({ status, message, code, retryAfterSeconds, body }: ErrorDetails) {
    super(message)
    this.name = 'ApiError'
    this.status = status
    this.code = code
    this.retryAfterSeconds = retryAfterSeconds
    this.body = body
  }

  /** No answer at all: the network or the server is away. */
  get unreachable(): boolean {
    return this.status === OFFLINE
  }

  /** Our own authentication failed, as opposed to a wrong password or an unconnected GitHub account. */
  get sessionEnded(): boolean {
    return this.status === 401 && this.code !== undefined
  }

  /** Worth trying again by itself. */
  get transient(): boolean {
    return this.unreachable || this.status === 429 || this.status >= 502
  }
}

/** Somebody saved first: carries the row as it is now. */
export class ConflictError<T = unknown> extends ApiError {
  readonly fresh: T

  constructor(details: ErrorDetails, fresh: T) {
    super(details)
    this.name = 'ConflictError'
    this.fresh = fresh
  }
}

const FRESH_KEYS = ['task', 'project', 'comment', 'settings'] as const

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

const FALLBACK_MESSAGES: Record<number, string> = {
  403: 'You are not allowed to do this.',
  404: 'This does not exist, or you cannot see it.',
  413: 'That is too large to send.',
  429: 'Too many requests. Wait a moment and try again.',
  503: 'The server is not available right now.',
}

/** Turns a response that is not a success into a typed error. */
export async function toApiError(response: Response): Promise<ApiError> {
  const body: unknown = await response.json().catch(() => null)
  const record = isRecord(body) ? body : {}
  const message = typeof record.message === 'string' && record.message !== '' ? record.message : undefined
  const retryAfter = Number(response.headers.get('Retry-After'))
  const details: ErrorDetails = {
    status: response.status,
    message: message ?? FALLBACK_MESSAGES[response.status] ?? 'Something went wrong on the server.',
    code: response.status === 401 && typeof record.error === 'string' ? record.error : undefined,
    retryAfterSeconds: retryAfter > 0 ? retryAfter : undefined,
    body,
  }
  const freshKey = response.status === 409 ? FRESH_KEYS.find((key) => isRecord(record[key])) : undefined
  return freshKey ? new ConflictError(details, record[freshKey]) : new ApiError(details)
}

export function unreachableError(): ApiError {
  return new ApiError({ status: OFFLINE, message: 'The server cannot be reached. Check your connection.' })
}

/** The sentence to show for anything that was thrown. */
export function errorMessage(error: unknown): string {
  return error instanceof ApiError ? error.message : 'Something went wrong.'
}
