import { type Observable, Subject, take } from 'rxjs'
import type { DataPoints } from '../src/data-points/data-points'
import { createConnection } from './connection'
import type { ConnectionState } from './connection-state'
import { loginPassword } from './credentials'
import { createDelivery, type HandlerFailure } from './delivery'
import type { MessageEvent } from './event'
import { eventsOf } from './events-of'
import { messagesDataPoints } from './messages-data-points'
import { type MessagesOptions, readOptions } from './options'
import { pushesOf } from './pushes-of'
import { dataIdOf, readMessage } from './read-message'
import { consumerUrl } from './regions'

/** How long `close` waits for running handlers. */
const CLOSE_TIMEOUT_MS = 5_000

/** The message service of a project. */
export interface Messages {
  /** Every event once, also if the handler fails and the message is delivered again. */
  readonly events$: Observable<MessageEvent>
  /** The connection; a subscriber gets the current state first. */
  readonly state$: Observable<ConnectionState>
  /** Failures of `onEvent`. */
  readonly handlerFailures$: Observable<HandlerFailure>
  /**
   * For the option `pushes$` of `lock`: the enrolment messages, and the late reports, which `dataPointsOf` leaves out.
   */
  readonly pushes$: Observable<unknown>
  /**
   * The reports of a lock, for the option `dataPoints` of `lock`; late ones are left out. The service only reports: pass
   * `send`, or flows that send data points fail with an UnsupportedError.
   */
  dataPointsOf(deviceId: string, send?: DataPoints['send']): DataPoints
  /**
   * Completes all streams at once, waits up to five seconds for running handlers and acknowledges their messages, then
   * ends the connection. Messages without an acknowledgement are delivered to the next process.
   */
  close(): Promise<void>
}

/**
 * Connects to the message service of a cloud project, and keeps the connection until `close`. For servers only: the secret
 * gives access to every lock of the project. Requires the package `ws`, or the option `webSocket`. The connection
 * opens in a later task, so streams that are subscribed to at once miss nothing. Throws a `ParamsError` for invalid options.
 *
 * @example
 * ```ts
 * const { url, close } = await simulator.serve()
 * const messages = createMessages({ url, clientId: simulator.clientId, secret: simulator.accessKey })
 * messages.events$.subscribe(({ kind }) => kind)
 * await messages.close()
 * await close()
 * ```
 */
export const createMessages = (given: MessagesOptions): Messages => {
  const options = readOptions(given)
  const { clientId, secret, clock, lateAfterMs } = options
  const delivery = createDelivery(options.onEvent, (messageId) =>
    connection.send(JSON.stringify({ messageId })),
  )
  const closing = new Subject<void>()
  let closed: Promise<void> | undefined

  const receive = (text: string) => {
    if (closed !== undefined) return
    const message = readMessage(text, options)
    delivery.deliver(message.messageId, () =>
      message.kind === 'unreadable'
        ? { events: [message] }
        : {
            events: eventsOf(message, { nowMs: clock.now(), lateAfterMs }),
            protocol: message.protocol,
            dataId: dataIdOf(message),
          },
    )
  }
  const connection = createConnection({
    ...options,
    webSocket: options.webSocket,
    url: consumerUrl(options.url, clientId, options.env),
    init: {
      headers: { username: clientId, password: loginPassword(clientId, secret) },
      rejectUnauthorized: true,
    },
    onFrame: receive,
  })

  /** A handler that does not end must not keep the process alive. */
  const closeGracefully = async () => {
    delivery.complete()
    const limit = clock.schedule(() => closing.next(), CLOSE_TIMEOUT_MS)
    await Promise.race([
      delivery.idle(),
      new Promise<void>((resolve) => closing.pipe(take(1)).subscribe(() => resolve())),
    ])
    limit.unsubscribe()
    closing.complete()
    connection.close()
  }

  return {
    events$: delivery.events$,
    state$: connection.state$,
    handlerFailures$: delivery.failures$,
    pushes$: pushesOf(delivery.events$),
    dataPointsOf: (deviceId, send) => messagesDataPoints(delivery.events$, deviceId, send),
    close: () => {
      closed ??= closeGracefully()
      return closed
    },
  }
}
