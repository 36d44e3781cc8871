import { BehaviorSubject, type Observable, Subscription } from 'rxjs'
import type { Clock } from '../src/core/clock'
import type { ConnectionState, DisconnectReason } from './connection-state'
import { type OpenSocket, openSocket } from './open-socket'
import { loadWebSocket, type WebSocketConstructor, type WebSocketInit } from './web-socket'

const FIRST_DELAY_MS = 1_000
const LONGEST_DELAY_MS = 60_000

export interface ConnectionOptions {
  readonly url: string
  readonly init: WebSocketInit
  readonly webSocket: WebSocketConstructor | undefined
  readonly clock: Clock
  readonly random: () => number
  readonly onFrame: (text: string) => void
}

export interface Connection {
  readonly state$: Observable<ConnectionState>
  /** Sends if there is a connection. */
  send(text: string): void
  close(): void
}

/** Keeps one connection: logs in again after a random time of up to 1 s, doubling to 60 s with each failure. */
export const createConnection = (options: ConnectionOptions): Connection => {
  const { clock, random } = options
  const state = new BehaviorSubject<ConnectionState>({ step: 'connecting' })
  const retry = new Subscription()
  let socket: OpenSocket | undefined
  let failures = 0
  let isClosed = false

  const reconnect = (reason: DisconnectReason, statusCode?: number) => {
    socket = undefined
    if (isClosed) return
    const longestMs = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** failures)
    failures += 1
    const retryInMs = Math.round(random() * longestMs)
    const status = statusCode === undefined ? {} : { statusCode }
    state.next({ step: 'waiting', reason, ...status, retryInMs })
    // A subscriber may have closed it.
    if (isClosed) return
    const timer = clock.schedule(() => {
      retry.remove(scheduled)
      state.next({ step: 'connecting' })
      open()
    }, retryInMs)
    const scheduled = new Subscription(() => timer.unsubscribe())
    retry.add(scheduled)
  }

  let loaded = options.webSocket
  const open = () => {
    if (isClosed || loaded === undefined) return
    try {
      socket = openSocket(loaded, options, clock, {
        onOpen: () => state.next({ step: 'connected' }),
        // A login alone may be followed by an immediate end.
        onAlive: () => {
          failures = 0
        },
        onFrame: options.onFrame,
        onEnd: reconnect,
      })
    } catch {
      reconnect('unreachable')
    }
  }

  const start = async () => {
    loaded ??= await loadWebSocket()
    if (loaded === undefined && !isClosed) state.next({ step: 'unsupported' })
    open()
  }
  void start()

  return {
    state$: state.asObservable(),
    send: (text) => {
      try {
        socket?.send(text)
      } catch {
        // The service delivers the message again.
      }
    },
    close: () => {
      if (isClosed) return
      isClosed = true
      retry.unsubscribe()
      socket?.close()
      state.next({ step: 'closed' })
      state.complete()
    },
  }
}
