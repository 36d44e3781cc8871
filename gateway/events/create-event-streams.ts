import type { Observable } from 'rxjs'
import type { MessageEvent } from '../../messages/event'
import { type Clock, realTime } from '../../src/core/clock'
import { type ChecksOf, checkedOptions, optional } from '../../src/core/options/check'
import { hasMethods, isFunction, isTimeLimit } from '../../src/core/options/checks'
import { failureAnswer, toResponse } from '../answer'
import { failureOf } from '../failure-of'
import type { Authenticate, Membership } from '../gateway-user'
import { documentedPolicy } from '../policy/documented-policy'
import type { Policy } from '../policy/policy'
import { GatewayRefusal, signIn } from '../refusal'
import { panelMessage } from './panel-message'

/**
 * Options of `createEventStreams`.
 *
 * @example
 * ```ts
 * const times: Partial<EventStreamsOptions> = { pingMs: 30_000, maxAgeMs: 300_000 }
 * ```
 */
export interface EventStreamsOptions {
  /** `events$` of `createMessages`. */
  readonly events$: Observable<MessageEvent>
  /** The same as that of the gateway. */
  readonly authenticate: Authenticate
  /**
   * The same as that of the gateway. A user who may call `device.status` sees states; a user who gets all records
   * (`doorLock.listRecords`) sees openings and alarms too.
   */
  readonly policy?: Policy
  /** How often an empty line keeps the connection open, milliseconds. @default 15000 */
  readonly pingMs?: number
  /** A stream ends after this time, and the browser opens the next one, so that a lost role ends it. @default 600000 */
  readonly maxAgeMs?: number
  /** The clock of the ends of streams. @default real time */
  readonly clock?: Clock
}

/**
 * Answers `GET ?device_id=…` with server-sent events: the push messages about one lock, for the option `pushes$` of
 * `lock`. A named event `presence` says that the lock went online or offline. Throws a `ParamsError` for invalid options.
 *
 * @example
 * ```ts
 * const { url, close } = await simulator.serve()
 * const messages = createMessages({ url, clientId: simulator.clientId, secret: simulator.accessKey })
 * const streams = createEventStreams({ events$: messages.events$, authenticate: () => undefined })
 * const { status } = await streams(new Request('https://gateway.example/events?device_id=door')) // 401
 * await messages.close()
 * await close()
 * ```
 */
export const createEventStreams = (
  given: EventStreamsOptions,
): ((request: Request) => Promise<Response>) => {
  const options = checkedOptions('createEventStreams', given, checks)
  const { clock = realTime, policy = documentedPolicy } = options

  return async (request) => {
    try {
      const user = await options.authenticate(request)
      if (user === undefined) throw signIn()
      const deviceId = new URL(request.url).searchParams.get('device_id') ?? ''
      const membership = await user.membershipOf(deviceId)
      if (membership === undefined || !(await isAllowed(policy, 'device.status', membership)))
        throw forbidden()
      const seesRecords = await isAllowed(policy, 'doorLock.listRecords', membership)
      return streamOf(options, clock, deviceId, seesRecords)
    } catch (error) {
      return toResponse(failureAnswer(failureOf(error), { t: Math.floor(clock.now()), tid: '' }))
    }
  }
}

const forbidden = () =>
  new GatewayRefusal(
    'GATEWAY_FORBIDDEN',
    'The user may not follow this device. Ask its owner for the permission.',
  )

const isAllowed = async (
  policy: Policy,
  action: string,
  { role, userId }: Membership,
): Promise<boolean> => {
  const access = { action, params: {}, role, userId, roleOf: async () => 'unknown' as const }
  return (await policy(access)) === 'allowed'
}

const PING_MS = 15_000
const MAX_AGE_MS = 600_000

const streamOf = (
  { events$, pingMs = PING_MS, maxAgeMs = MAX_AGE_MS }: EventStreamsOptions,
  clock: Clock,
  deviceId: string,
  seesRecords: boolean,
): Response => {
  let stop = () => {}
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      const encoder = new TextEncoder()
      const write = (text: string) => controller.enqueue(encoder.encode(text))
      const end = () => {
        stop()
        controller.close()
      }
      const ping = () => {
        write(':\n\n')
        pinging = clock.schedule(ping, pingMs)
      }
      let pinging = clock.schedule(ping, pingMs)
      const ageing = clock.schedule(end, maxAgeMs)
      const subscription = events$.subscribe({
        next: (event) => {
          const message = panelMessage(event, deviceId, seesRecords)
          if (message === undefined) return
          const name = message.event === undefined ? '' : `event: ${message.event}\n`
          write(`${name}data: ${JSON.stringify(message.data)}\n\n`)
        },
        complete: end,
        error: end,
      })
      stop = () => {
        subscription.unsubscribe()
        pinging.unsubscribe()
        ageing.unsubscribe()
      }
      // Shows the client that the stream is open.
      write(':\n\n')
    },
    cancel: () => stop(),
  })
  return new Response(body, {
    headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store' },
  })
}

const checks: ChecksOf<EventStreamsOptions> = {
  events$: hasMethods('an observable, such as `messages.events$`', 'subscribe'),
  authenticate: isFunction,
  policy: optional(isFunction),
  pingMs: optional(isTimeLimit),
  maxAgeMs: optional(isTimeLimit),
  clock: optional(hasMethods('an object with `now` and `schedule`', 'now', 'schedule')),
}
