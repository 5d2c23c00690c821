import type { QueryClient } from '@tanstack/react-query'
import { io, type Socket } from 'socket.io-client'
import { keys } from '@/api/keys'
import { refreshSession } from '@/api/refresh'
import { toLiveEvent } from './events'
import { Inbox } from './inbox'
import { Rooms, type RoomScope } from './rooms'
import { liveStatus, setLiveStatus } from './status'

/** How often everything on screen is loaded again while live events are missing. */
const POLL_EVERY_MS = 30_000
const FIRST_RETRY_MS = 1000
const LAST_RETRY_MS = 30_000

function createSocket(origin: string, resumption: () => Record<string, unknown>): Socket {
  return io(origin, {
    path: '/socket.io/',
    autoConnect: false,
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    reconnectionDelayMax: 10_000,
    // The cookie says who we are; only the place to resume from is sent, and the rooms to resume in.
    auth: (send) => send(resumption()),
  })
}

/** The one live connection of this tab: keeps the query cache in step with the server. */
export class LiveConnection {
  private readonly inbox: Inbox
  private readonly socket: Socket
  private readonly rooms: Rooms
  private readonly startedAt = Date.now()
  private connectedBefore = false
  private refusals = 0
  private pollTimer: ReturnType<typeof setInterval> | undefined
  private retryTimer: ReturnType<typeof setTimeout> | undefined

  constructor(
    private readonly client: QueryClient,
    origin = window.location.origin,
  ) {
    this.inbox = new Inbox(client)
    this.socket = createSocket(origin, () => this.resumption())
    this.rooms = new Rooms(this.socket, client)
    this.socket.on('connect', this.onConnect)
    this.socket.on('disconnect', this.onDisconnect)
    this.socket.on('connect_error', this.onConnectError)
    this.socket.on('resync_required', () => this.reloadEverything())
    this.socket.onAny((name: string, payload: unknown) => {
      const event = toLiveEvent(name, payload)
      if (event) this.inbox.receive(event)
    })
  }

  start() {
    setLiveStatus(navigator.onLine ? 'connecting' : 'offline')
    addEventListener('online', this.onOnline)
    addEventListener('offline', this.onOffline)
    this.pollTimer = setInterval(() => this.pollWhileAway(), POLL_EVERY_MS)
    this.socket.connect()
  }

  stop() {
    removeEventListener('online', this.onOnline)
    removeEventListener('offline', this.onOffline)
    clearInterval(this.pollTimer)
    clearTimeout(this.retryTimer)
    this.inbox.stop()
    this.socket.disconnect()
    setLiveStatus('off')
  }

  enterRoom(scope: RoomScope, id: number): () => void {
    return this.rooms.enter(scope, id)
  }

  private resumption() {
    return this.inbox.lastSeq === undefined ? {} : { last_seq: this.inbox.lastSeq, ...this.rooms.names() }
  }

  private readonly onConnect = () => {
    const resumes = this.inbox.lastSeq !== undefined
    this.rooms.rejoinAll()
    // What changed while nobody listened comes as events if the server can resume, else is loaded again.
    if (this.connectedBefore && !resumes) this.reloadEverything()
    if (!this.connectedBefore) this.reloadWhatIsOlderThan(Date.now())
    this.connectedBefore = true
    this.refusals = 0
    setLiveStatus('live')
  }

  private readonly onDisconnect = (reason: Socket.DisconnectReason) => {
    if (reason === 'io client disconnect') return
    setLiveStatus(navigator.onLine ? 'reconnecting' : 'offline')
    if (!this.socket.active) this.retryLater()
  }

  private readonly onConnectError = () => {
    setLiveStatus(!navigator.onLine ? 'offline' : this.connectedBefore ? 'reconnecting' : 'connecting')
    // An active socket tries again by itself; a refused one needs a renewed session first.
    if (!this.socket.active) void this.renewAndConnect()
  }

  private async renewAndConnect() {
    if ((await refreshSession(Date.now())) !== 'ended') this.retryLater()
  }

  private retryLater() {
    const delay = Math.min(FIRST_RETRY_MS * 2 ** this.refusals++, LAST_RETRY_MS)
    clearTimeout(this.retryTimer)
    this.retryTimer = setTimeout(() => this.socket.connect(), delay)
  }

  private readonly onOnline = () => {
    setLiveStatus('reconnecting')
    this.socket.disconnect().connect()
  }

  private readonly onOffline = () => setLiveStatus('offline')

  private pollWhileAway() {
    const away = liveStatus() === 'reconnecting' || liveStatus() === 'connecting'
    if (away) this.reloadEverything()
  }

  private reloadEverything() {
    void this.client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== keys.allPresence[0] })
  }

  /** Pages that loaded before the connection stood may have missed something in between. */
  private reloadWhatIsOlderThan(moment: number) {
    void this.client.invalidateQueries({
      predicate: ({ queryKey, state }) =>
        queryKey[0] !== keys.session[0] &&
        state.dataUpdatedAt > this.startedAt &&
        state.dataUpdatedAt < moment,
    })
  }
}
