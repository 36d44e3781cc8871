import { Subscription } from 'rxjs'
import type { Clock } from '../src/core/clock'
import type { DisconnectReason } from './connection-state'
import type { WebSocketConstructor, WebSocketInit } from './web-socket'

const LOGIN_TIMEOUT_MS = 15_000
/** As the vendor's clients. */
const PING_INTERVAL_MS = 30_000

export interface SocketEvents {
  readonly onOpen: () => void
  /** A frame or a pong arrived. */
  readonly onAlive: () => void
  readonly onFrame: (text: string) => void
  /** Called once, and never after `close`. */
  readonly onEnd: (reason: DisconnectReason, statusCode?: number) => void
}

export interface OpenSocket {
  send(text: string): void
  close(): void
}

/** Opens one socket, pings it, and ends it if it does not answer. */
export const openSocket = (
  WebSocket: WebSocketConstructor,
  { url, init }: { readonly url: string; readonly init: WebSocketInit },
  clock: Clock,
  events: SocketEvents,
): OpenSocket => {
  const socket = new WebSocket(url, init)
  let isOpen = false
  let isEnded = false
  let timer = new Subscription()

  const wait = (ms: number, work: () => void) => {
    timer.unsubscribe()
    timer = new Subscription()
    timer.add(clock.schedule(work, ms))
  }
  const close = () => {
    isEnded = true
    timer.unsubscribe()
    if (socket.terminate === undefined) socket.close()
    else socket.terminate()
  }
  const end = (reason: DisconnectReason, statusCode?: number) => {
    if (isEnded) return
    close()
    events.onEnd(reason, statusCode)
  }
  let isAlive = true
  const alive = () => {
    if (isEnded) return
    isAlive = true
    events.onAlive()
  }
  const ping = () => {
    if (!isAlive) return end('silent')
    isAlive = false
    socket.ping?.()
    wait(PING_INTERVAL_MS, ping)
  }

  socket.addEventListener('open', () => {
    if (isEnded) return
    isOpen = true
    if (socket.ping === undefined) timer.unsubscribe()
    else wait(PING_INTERVAL_MS, ping)
    events.onOpen()
  })
  socket.addEventListener('message', (event) => {
    alive()
    if (!isEnded) events.onFrame(String(fieldOf(event, 'data')))
  })
  socket.addEventListener('error', (event) => {
    const status = statusOf(fieldOf(event, 'message'))
    if (isOpen) end('closed')
    else end(status === 401 || status === 403 ? 'refused' : 'unreachable', status)
  })
  socket.addEventListener('close', () => end(isOpen ? 'closed' : 'unreachable'))
  socket.on?.('pong', alive)
  wait(LOGIN_TIMEOUT_MS, () => end('silent'))

  return {
    // A socket that is closing throws or drops it; the service then delivers the message again.
    send: (text) => {
      if (isOpen && !isEnded) socket.send(text)
    },
    close,
  }
}

const fieldOf = (event: unknown, name: 'data' | 'message'): unknown =>
  typeof event === 'object' && event !== null && name in event
    ? (event as Readonly<Record<string, unknown>>)[name]
    : undefined

/** `ws` has the status only in its message, which is not passed on. */
const statusOf = (message: unknown): number | undefined => {
  const [, status] = /^Unexpected server response: (\d{3})$/.exec(String(message)) ?? []
  return status === undefined ? undefined : Number(status)
}
