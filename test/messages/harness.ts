import {
  type ConnectionState,
  createMessages,
  type HandlerFailure,
  type MessageEvent,
  type MessagesOptions,
} from '../../messages'
import { createClock } from '../../simulator'
import { CLIENT_ID, fakeSockets, frameOf, SECRET } from './fake-socket'

export const START_MS = Date.UTC(2026, 5, 1, 12)

/** Handlers and acknowledgements run in microtasks. */
export const settle = () => new Promise<void>((resolve) => setImmediate(resolve))

/** A message service over fake sockets and a virtual clock. */
export const harness = (options: Partial<MessagesOptions> = {}) => {
  const clock = createClock({ startMs: START_MS, frozen: true })
  const { FakeSocket, opened } = fakeSockets()
  const events: MessageEvent[] = []
  const states: ConnectionState[] = []
  const failures: HandlerFailure[] = []
  const messages = createMessages({
    url: 'wss://messages.example',
    clientId: CLIENT_ID,
    secret: SECRET,
    webSocket: FakeSocket,
    clock,
    random: () => 0.5,
    ...options,
  } as MessagesOptions)
  messages.events$.subscribe((event) => events.push(event))
  messages.state$.subscribe((state) => states.push(state))
  messages.handlerFailures$.subscribe((failure) => failures.push(failure))
  const socket = () => {
    const last = opened.at(-1)
    if (last === undefined) throw new Error('no socket was opened')
    return last
  }
  const frame = (data: unknown, more: Parameters<typeof frameOf>[1] = {}) =>
    socket().frame(frameOf(data, { publishedAtMs: clock.now(), ...more }))
  const connect = async () => {
    await settle()
    socket().emit('open')
  }
  return { clock, opened, events, states, failures, messages, socket, frame, connect }
}

export const finger = (t = START_MS, value = 3) => ({
  devId: 'lock-1',
  status: [
    { code: 'lock_motor_state', value: true, t },
    { code: 'unlock_fingerprint', value, t, 1: String(value) },
  ],
})
